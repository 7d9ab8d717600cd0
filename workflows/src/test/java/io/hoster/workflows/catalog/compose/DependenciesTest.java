package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.Condition;
import io.hoster.workflows.deployment.ServicePlan.Dependency;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  private final Compiling compiling = Compiling.plain();

  @Test
  void ordersServicesAfterWhatTheyNeed() {
    var plan =
        compiling.plan(
            """
            services:
              web: {image: a, depends_on: [api, cache]}
              api: {image: a, depends_on: {db: {condition: service_healthy}, job: {condition: service_completed_successfully}}}
              db: {image: a}
              job: {image: a, depends_on: {db: {condition: service_started, restart: true, required: true}}}
              cache: {image: a}
              alone: {image: a}
            """);
    assertThat(plan.services())
        .extracting(ServicePlan::name)
        .containsExactly("db", "job", "api", "cache", "web", "alone");
    assertThat(plan.services().get(2).dependsOn())
        .containsExactly(
            new Dependency("db", Condition.HEALTHY), new Dependency("job", Condition.COMPLETED));
    assertThat(plan.services().get(4).dependsOn())
        .containsExactly(
            new Dependency("api", Condition.STARTED), new Dependency("cache", Condition.STARTED));
  }

  @Test
  void keepsTheFilesOrderOtherwise() {
    assertThat(compiling.plan("services: {b: {image: x}, a: {image: x}, c: {image: x}}").services())
        .extracting(ServicePlan::name)
        .containsExactly("b", "a", "c");
  }

  @Test
  void refusesCycles() {
    assertThat(
            compiling.findings(
                """
                services:
                  x: {image: a, depends_on: [a]}
                  a: {image: a, depends_on: [b]}
                  b: {image: a, depends_on: [c]}
                  c: {image: a, depends_on: [a]}
                """))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.path()).isEqualTo("/services/a/depends_on");
          assertThat(found.line()).isEqualTo(3);
          assertThat(found.message()).contains("a → b → c → a");
        });
    assertThat(compiling.webCodes("depends_on: [web]"))
        .containsExactly("INVALID_VALUE /services/web/depends_on");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(compiling.webCodes("depends_on: [db]"))
        .containsExactly("INVALID_VALUE /services/web/depends_on/0");
    assertThat(compiling.webCodes("depends_on: {db: {condition: service_started}}"))
        .containsExactly("INVALID_VALUE /services/web/depends_on/db");
    assertThat(
            compiling
                .web("depends_on: {db: {condition: service_started, required: false}}")
                .dependsOn())
        .isEmpty();
  }

  @Test
  void refusesUnknownConditionsAndShapes() {
    assertThat(
            compiling.codes(
                """
                services:
                  db: {image: a}
                  a: {image: a, depends_on: {db: {condition: healthy}}}
                  b: {image: a, depends_on: {db: {}}}
                  c: {image: a, depends_on: {db: {condition: service_started, nope: 1}}}
                  d: {image: a, depends_on: db}
                """))
        .containsExactly(
            "INVALID_VALUE /services/a/depends_on/db/condition",
            "SCHEMA /services/b/depends_on/db",
            "UNKNOWN_KEY /services/c/depends_on/db/nope",
            "SCHEMA /services/d/depends_on");
  }

  @Test
  void refusesToWaitForHealthThatIsSwitchedOff() {
    assertThat(
            compiling.codes(
                """
                services:
                  db: {image: a, healthcheck: {disable: true}}
                  a: {image: a, depends_on: {db: {condition: service_healthy}}}
                """))
        .containsExactly("INVALID_VALUE /services/a/depends_on");
  }

  @Test
  void networksAreNamesAndAliases() {
    var plan =
        compiling.plan(
            """
            services:
              a: {image: a, networks: [front, default]}
              b: {image: a, networks: {front: {aliases: [store, db.local]}, back: }}
            networks:
              front:
              back: {internal: true}
            """);
    assertThat(plan.networks()).containsExactly("front", "back");
    assertThat(plan.services().getFirst().networks()).containsExactly("front", "default");
    assertThat(plan.services().getLast().networks()).containsExactly("front", "back");
    assertThat(plan.services().getLast().aliases()).containsExactly("store", "db.local");
  }

  @Test
  void refusesBadNetworks() {
    assertThat(
            compiling.codes(
                """
                services:
                  a: {image: a, networks: [other]}
                  b: {image: a, networks: {front: {ipv4_address: 10.0.0.1}}}
                  c: {image: a, networks: {front: {aliases: ["a b"]}}}
                networks:
                  front: {driver: host}
                  back: {external: true}
                  third: {ipam: {}}
                """))
        .containsExactly(
            "INVALID_VALUE /services/a/networks/0",
            "NOT_ALLOWED /services/b/networks/front/ipv4_address",
            "INVALID_VALUE /services/c/networks/front/aliases/0",
            "NOT_ALLOWED /networks/front/driver",
            "NOT_ALLOWED /networks/back/external",
            "NOT_ALLOWED /networks/third/ipam");
  }
}
