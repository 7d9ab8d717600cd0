# ./hoster test: what CI runs. Closes with "N passed, N failed".
# shellcheck shell=bash

command_test() {
  local maven_failed=0 stages=(engines docker browser clock lab-jar images:lab-jar+docker)
  prepare_home
  # Nothing of a test run outlives it; an engine for containers only if this run had to start it.
  DOCKERD_BEFORE=$(pid_of dockerd || true)
  trap tests_end EXIT
  trap 'exit 130' INT TERM
  need_jdk
  tests_selection "$@"
  if [[ ${1:-} == compose || ${1:-} == ComposeIT ]]; then
    run_stages docker build
  elif [[ ${1:-} != unit && ${1:-} != fuzz && ${1:-} != *Test ]]; then
    ! tests_upgrade "${1:-}" || stages+=(previous)
    run_stages "${stages[@]}"
    tests_tools
    ! tests_upgrade "${1:-}" || previous_tool
  fi
  find "$REPO" -path '*/target/*-reports/TEST-*.xml' -delete
  maven -fae -Dmaven.test.failure.ignore=true "${TEST_GOALS[@]}" || maven_failed=1
  tests_count
  ((maven_failed == 0 && FAILED == 0 && PASSED > 0)) || exit 1
}

tests_selection() {
  local name=${1:-}
  case $name in
    '') TEST_GOALS=(verify) ;;
    unit) TEST_GOALS=(test) ;;
    crash)
      tests_of CrashIT
      tests_options "${@:2}"
      ;;
    faults)
      tests_of CrashIT
      TEST_GOALS+=("-Dit.test=$FAULTS")
      tests_options "${@:2}"
      ;;
    # Spoiled compose files, for minutes.
    fuzz)
      tests_of ComposeFuzzIT
      fuzz_options "${@:2}"
      ;;
    # The whole production installation: it takes minutes, so it is run when it is asked for.
    compose | ComposeIT)
      tests_of ComposeIT
      ;;
    *) tests_of "$name" ;;
  esac
}

# What breaks while work goes on: the application, the engines, answers on their way. Those that are long by
# themselves run only here, not with everything.
FAULTS=CrashIT,EngineKillIT,DatabaseKillIT,DockerKillIT,RoleSplitIT,AnswersLostIT,FrozenWorkerIT,RandomFaultsIT,BrowserBackJourney,InvariantsIT,ManySuspendedIT
FAULTS+=,CommitsLostIT,ConnectionLimitIT,LargestRequestIT,ShiftedClockIT,StartRefusedIT,EdgeFaultsIT
FAULTS+=,RegistryFaultIT,ContainerFaultIT,DockerConflictIT,DiskFullIT

# --all: the application is killed at every boundary, and random faults go on for minutes; --seed N:
# the boundaries and the faults that N draws.
tests_options() {
  while [[ $# -gt 0 ]]; do
    case $1 in
      --all) TEST_GOALS+=(-Dhoster.crash=all) && shift ;;
      --seed)
        [[ ${2:-} =~ ^[0-9]+$ ]] || fail "--seed wants a number, such as --seed 7."
        TEST_GOALS+=("-Dhoster.crash.seed=$2") && shift 2
        ;;
      *) fail "There is no option '$1'; there are --all and --seed N." ;;
    esac
  done
}

# --minutes N: how long, 5 when it is not said; --seed N: the same files again.
fuzz_options() {
  while [[ $# -gt 0 ]]; do
    case $1 in
      --minutes | --seed)
        [[ ${2:-} =~ ^[0-9]+$ ]] || fail "$1 wants a number, such as $1 7."
        TEST_GOALS+=("-Dhoster.fuzz.${1#--}=$2") && shift 2
        ;;
      *) fail "There is no option '$1'; there are --minutes N and --seed N." ;;
    esac
  done
}

# A class, a pattern or class#method; those named IT or Journey run after packaging, the others before.
tests_of() {
  local name=$1 class=${1%%#*} modules
  modules=$(cd "$REPO" && find ./*/src/test -name "${class##*.}.java" | cut -d/ -f2 | sort -u | paste -sd,)
  [[ -n $modules ]] || fail "There is no test '$name'; see them: find . -path '*/src/test/*' -name '*Test.java' -o -name '*IT.java' -o -name '*Journey.java'"
  TEST_GOALS=(verify -pl "$modules" -am -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "-Dtest=$name,!*IT,!*Journey" "-Dit.test=$name")
  # Who asks for a class by its name gets it, also where it is not among everything.
  [[ $name == *'*'* ]] || TEST_GOALS+=(-Dexcluded.suites=none)
}

engines_up() {
  need_caddy
  need_temporal
  note "caddy, temporal"
}

browser_up() {
  command -v chromium >/dev/null || install_packages chromium fonts-dejavu fonts-liberation
  note "$(command -v chromium)"
}

# A library that gives one process another time than the machine has.
clock_up() {
  [[ -n $(clock_library) ]] || install_packages libfaketime
  note "$(clock_library)"
}

clock_library() { find /usr/lib /usr/lib64 -name libfaketime.so.1 2>/dev/null | head -n 1; }

# Whether UpgradeIT is among what runs.
# shellcheck disable=SC2053 # the name may be a pattern
tests_upgrade() { [[ -z $1 || UpgradeIT == ${1%%#*} ]]; }

tests_tools() {
  HOSTER_TEST_TEMPORAL=$(engine temporal)
  HOSTER_TEST_CADDY=$(engine caddy)
  HOSTER_TEST_CHROMIUM=$(command -v chromium)
  HOSTER_TEST_CLOCK=$(clock_library)
  HOSTER_TEST_LAB=$(lab_jar)
  HOSTER_TEST_DOCKER_HOST=$HOSTER_DOCKER_HOST
  export HOSTER_TEST_TEMPORAL HOSTER_TEST_CADDY HOSTER_TEST_CHROMIUM HOSTER_TEST_CLOCK HOSTER_TEST_LAB HOSTER_TEST_DOCKER_HOST
}

# Sums the reports of both kinds of tests over all modules.
tests_count() {
  local report total failed errors skipped
  PASSED=0 FAILED=0 SKIPPED=0
  while IFS= read -r report; do
    read -r total failed errors skipped < <(sed -n '/<testsuite /,/>/p' "$report" | tr '\n' ' ' | awk '{
      for (i = 1; i <= 4; i++) { split("tests failures errors skipped", n, " "); if (match($0, " " n[i] "=\"[0-9]+\"")) { s = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", s); printf "%s ", s } else printf "0 " }
      print ""; exit }')
    FAILED=$((FAILED + failed + errors)) SKIPPED=$((SKIPPED + skipped))
    PASSED=$((PASSED + total - failed - errors - skipped))
  done < <(find "$REPO" -path '*/target/*-reports/TEST-*.xml')
  ((SKIPPED == 0)) || say "$SKIPPED skipped"
  # Maven leaves escape codes behind without a line end; the last line is for programs to read.
  printf '\n%d passed, %d failed\n' "$PASSED" "$FAILED"
}

tests_end() {
  local code=$?
  trap - EXIT
  ((code != 2)) || code=1
  if alive dockerd && [[ $(pid_of dockerd) != "$DOCKERD_BEFORE" ]]; then stop_process dockerd TERM 30; fi
  exit "$code"
}
