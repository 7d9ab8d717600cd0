package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.ServicePlan;
import org.junit.jupiter.api.Test;

class AnchorsTest {

  private final Compiling compiling = Compiling.plain().with("A", "one");

  @Test
  void mergesDefaultsUnderWhatIsWritten() {
    var plan =
        compiling.plan(
            """
            x-base: &base
              image: nginx:1.27
              read_only: true
              environment: &env
                A: base
                B: base
            services:
              web:
                <<: *base
                environment:
                  <<: *env
                  A: own
              api:
                <<: [{image: "node:24"}, *base]
            """);
    ServicePlan web = plan.services().getFirst();
    assertThat(web.image()).isEqualTo("nginx:1.27");
    assertThat(web.readOnly()).isTrue();
    assertThat(web.environment()).containsEntry("A", "own").containsEntry("B", "base");
    assertThat(plan.services().getLast().image()).isEqualTo("node:24");
    assertThat(plan.services().getLast().environment()).containsEntry("A", "base");
  }

  @Test
  void fillsVariablesInAtEachPlaceOfAnAlias() {
    var plan =
        compiling.plan(
            """
            x-env: &env {V: "${A}"}
            services:
              a: {image: nginx, environment: *env}
              b: {image: nginx, environment: *env}
            """);
    assertThat(plan.services())
        .allSatisfy(service -> assertThat(service.environment()).containsEntry("V", "one"));
  }

  @Test
  void pointsAtTheAnchorWithThePathOfTheAlias() {
    assertThat(
            compiling.findings(
                """
                x-ports: &ports
                  - "no"
                services:
                  a: {image: nginx, ports: *ports}
                """))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.path()).isEqualTo("/services/a/ports/0");
          assertThat(found.line()).isEqualTo(2);
          assertThat(found.column()).isEqualTo(5);
        });
  }

  @Test
  void theLastAnchorOfANameCounts() {
    assertThat(
            compiling
                .plan("x-a: &n nginx:1\nx-b: &n nginx:2\nservices: {a: {image: *n}}")
                .services()
                .getFirst()
                .image())
        .isEqualTo("nginx:2");
  }

  @Test
  void aQuotedMergeKeyIsAnOrdinaryOne() {
    assertThat(compiling.webCodes("'<<': {a: b}")).containsExactly("UNKNOWN_KEY /services/web/<<");
  }
}
