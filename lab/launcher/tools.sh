# Finds or installs what the platform runs on: JDK 25, Maven, packages of the system, the engines' programs.
# shellcheck shell=bash

CADDY_VERSION=2.11.9
TEMPORAL_VERSION=1.8.2
DOCKER_COMPOSE_VERSION=5.5.1

is_root() { [[ $(id -u) -eq 0 ]]; }

# The first JDK 25 found; its release file says the version without starting it.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "${HOME:-/root}"/.sdkman/candidates/java/* \
    "$(dirname -- "$(dirname -- "$(readlink -f -- "$(command -v javac || true)")")")"; do
    if [[ -x $home/bin/javac ]] && grep -qs '^JAVA_VERSION="25[."]' "$home/release"; then
      printf '%s' "$home"
      return
    fi
  done
  return 1
}

need_jdk() {
  local home package
  if ! home=$(find_jdk); then
    for package in temurin-25-jdk openjdk-25-jdk-headless; do
      package_exists "$package" && { install_packages "$package"; break; }
    done
    home=$(find_jdk) ||
      fail "JDK 25 was not found (looked at JAVA_HOME, /usr/lib/jvm, PATH); install one and say where: JAVA_HOME=/path/to/jdk-25 ./hoster up"
  fi
  export JAVA_HOME=$home
  command -v mvn >/dev/null || install_packages maven
}

package_exists() { command -v apt-cache >/dev/null && apt-cache show "$1" >/dev/null 2>&1; }

# Installs packages of Debian or Ubuntu that are missing; says the command where it may not.
install_packages() {
  local missing=() package
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]} > 0)) || return 0
  command -v apt-get >/dev/null || fail "Missing: ${missing[*]}; install them with this system's package manager and run ./hoster again."
  is_root || fail "Missing: ${missing[*]}; run: sudo apt-get update && sudo apt-get install -y ${missing[*]}"
  apt_get update || true
  apt_get install -y --no-install-recommends "${missing[@]}" ||
    fail "apt-get could not install ${missing[*]}; see why: apt-get install -y ${missing[*]}"
}

# apt-get itself waits for other users of dpkg, but not for another update of its lists.
apt_get() {
  mkdir -p "$CACHE"
  DEBIAN_FRONTEND=noninteractive flock "$CACHE/apt.lock" apt-get -q -o DPkg::Lock::Timeout=600 "$@" 9>&-
}

# engine NAME: prints the path of a program that is new enough: from PATH, this installation, or the
# cache of this machine, where only checked programs of this version lie.
engine() {
  local name=$1 program
  for program in "$(command -v "$name" || true)" "$HOSTER_HOME/bin/$name"; do
    if [[ -x $program ]] && "good_$name" "$program"; then
      printf '%s' "$program"
      return
    fi
  done
  program=$(cached "$name")
  [[ -x $program ]] && printf '%s' "$program"
}

cached() {
  local version=${1^^}
  version=${version//-/_}_VERSION
  printf '%s' "$CACHE/bin/$1-${!version}"
}

# Else the maker's download, else built with Go from lab/engines.
need_engine() {
  local name=$1 url=$2 flags=$3
  if engine "$name" >/dev/null; then return; fi
  mkdir -p "$CACHE/bin"
  # One builder at a time for all clones on this machine; the second one finds the first one's work.
  exec 8>"$CACHE/$name.lock"
  flock 8
  if ! engine "$name" >/dev/null; then download_engine "$name" "$url" || build_engine "$name" "$flags"; fi
  exec 8>&-
}

# keep_engine NAME FILE: into the cache, if it is what is needed.
keep_engine() {
  chmod 755 "$2" && "good_$1" "$2" && mv -- "$2" "$(cached "$1")"
}

good_caddy() {
  local version
  version=$("$1" version 2>/dev/null) && [[ $version =~ ^v?([0-9]+\.[0-9]+\.[0-9]+) ]] &&
    printf '2.11.1\n%s\n' "${BASH_REMATCH[1]}" | sort -V -C
}

good_temporal() { "$1" server start-dev --help 2>/dev/null | grep -q -- --ui-disable-news-fetch; }

# Those of version 1 know neither the waiting nor the nested defaults of docker-compose.yml.
good_docker-compose() {
  local version
  version=$("$1" version --short 2>/dev/null) && printf '2.24.0\n%s\n' "${version#v}" | sort -V -C
}

need_caddy() {
  need_engine caddy "https://github.com/caddyserver/caddy/releases/download/v$CADDY_VERSION/caddy_${CADDY_VERSION}_linux_$(machine).tar.gz" \
    "-X github.com/caddyserver/caddy/v2.CustomVersion=v$CADDY_VERSION"
}

need_temporal() {
  need_engine temporal "https://github.com/temporalio/cli/releases/download/v$TEMPORAL_VERSION/temporal_cli_${TEMPORAL_VERSION}_linux_$(machine).tar.gz" \
    "-X github.com/temporalio/cli/internal/temporalcli.Version=$TEMPORAL_VERSION"
}

need_docker_compose() {
  need_engine docker-compose "https://github.com/docker/compose/releases/download/v$DOCKER_COMPOSE_VERSION/docker-compose-linux-$(uname -m)" \
    "-X github.com/docker/compose/v5/internal.Version=v$DOCKER_COMPOSE_VERSION"
}

machine() {
  case $(uname -m) in
    x86_64) printf amd64 ;;
    aarch64) printf arm64 ;;
    *) fail "Hoster's engines exist for x86_64 and aarch64, this machine is $(uname -m)." ;;
  esac
}

# The maker's archive or program, if it comes quickly: HOSTER_DOWNLOADS=off goes straight to the build.
download_engine() {
  local name=$1 url=$2 folder=$CACHE/$1.download code=0
  [[ ${HOSTER_DOWNLOADS:-on} == on ]] || return 1
  mkdir -p "$folder"
  { fetch "$url" "$folder/archive" && unpack_engine "$name" "$url" "$folder" && keep_engine "$name" "$folder/$name"; } || code=1
  rm -rf "$folder"
  return "$code"
}

unpack_engine() {
  if [[ $2 == *.tar.gz ]]; then tar -xzf "$3/archive" -C "$3" "$1"; else mv "$3/archive" "$3/$1"; fi
}

fetch() {
  if command -v curl >/dev/null; then curl -fsSL --connect-timeout 5 --max-time 120 --speed-limit 100000 --speed-time 10 -o "$2" "$1"
  elif command -v wget >/dev/null; then timeout 120 wget -q --timeout=5 --tries=1 -O "$2" "$1"
  else return 1; fi
}

build_engine() {
  local name=$1 flags=$2
  go_build "$name" "$name" tool "$flags"
  keep_engine "$name" "$CACHE/build/$name" || fail "$name was built but does not work; see: $CACHE/build/$name --help"
}

# go_build NAME FOLDER PACKAGE FLAGS: a program from the modules that lab/engines/FOLDER pins, in the cache's build folder.
go_build() {
  local name=$1 folder=$2 package=$3 flags=$4 go
  go=$(command -v go || { [[ -x /usr/local/go/bin/go ]] && printf /usr/local/go/bin/go; }) ||
    fail "$name is missing, could not be downloaded, and there is no Go to build it with; install Go 1.26 or put $name into $HOSTER_HOME/bin"
  mkdir -p "$CACHE/build"
  (cd "$REPO/lab/engines/$folder" && CGO_ENABLED=0 "$go" build -trimpath -ldflags="-s -w $flags" -o "$CACHE/build/$name" "$package") ||
    fail "$name could not be built; see why: (cd $REPO/lab/engines/$folder && go build -o /dev/null $package)"
}
