package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files as they are found, with all that is suggested taken. */
class AdaptationTest {

  static final String BLOG =
      """
      version: "3.8"

      x-logging: &logging
        logging:
          driver: json-file

      services:
        blog:
          <<: *logging
          image: wordpress:${WP_VERSION:-6.8}
          container_name: blog
          restart: unless-stopped
          depends_on: [db]
          ports:
            - "${HTTP_PORT:-8080}:80"
          env_file: .env
          environment:
            WORDPRESS_DB_HOST: db
            WORDPRESS_DB_USER: wp
            WORDPRESS_DB_PASSWORD: wp-secret
          volumes:
            - ./html:/var/www/html
            - ./php/uploads.ini:/usr/local/etc/php/conf.d/uploads.ini:ro
            - /etc/localtime:/etc/localtime:ro
          labels:
            - traefik.enable=true
            - traefik.http.routers.blog.rule=Host(`${DOMAIN}`)
          networks: [web, back]
        db:
          <<: *logging
          image: mariadb:11
          restart: unless-stopped
          environment:
            - MARIADB_DATABASE=wp
            - MARIADB_USER=wp
            - MARIADB_PASSWORD=wp-secret
            - MARIADB_ROOT_PASSWORD=${ROOT_PASSWORD}
          volumes:
            - db-data:/var/lib/mysql
          healthcheck:
            test: ["CMD", "mariadb-admin", "ping", "-uwp", "-pwp-secret"]
            interval: 3s
            timeout: 10s
            retries: 20
          networks:
            - back
        backup:
          image: tiredofit/db-backup
          profiles: [tools]
          volumes: ["./backup:/backup"]

      networks:
        web:
          external: true
        back:
          driver: bridge

      volumes:
        db-data:
          driver: local
      """;

  private static DeploymentPlan plan(Adaptation adaptation) {
    assertThat(adaptation.compiled()).isInstanceOf(Compiled.Planned.class);
    return ((Compiled.Planned) adaptation.compiled()).plan();
  }

  @Test
  void aTypicalFileBecomesAPlan() {
    Adaptation adaptation =
        Adaptation.of(
            BLOG, List.of(), new TreeMap<>(Map.of("ROOT_PASSWORD", "x", "WP_VERSION", "6.9")));
    DeploymentPlan plan = plan(adaptation);
    assertThat(plan.services()).extracting(ServicePlan::name).containsExactly("db", "blog");
    ServicePlan db = plan.services().getFirst();
    ServicePlan blog = plan.services().getLast();
    assertThat(blog.image()).isEqualTo("wordpress:6.9");
    assertThat(blog.volumes())
        .containsExactly(new MountSpec("html-files", "/var/www/html", false, 0));
    assertThat(blog.files())
        .extracting(FileSpec::target)
        .containsExactly("/usr/local/etc/php/conf.d/uploads.ini");
    assertThat(blog.environment().get("WORDPRESS_DB_PASSWORD"))
        .isEqualTo(db.environment().get("MARIADB_PASSWORD"))
        .isNotEqualTo("wp-secret");
    assertThat(db.healthcheck().test()).doesNotContain("-pwp-secret");
    assertThat(plan.volumes()).containsExactly("db-data", "html-files");
    assertThat(adaptation.text()).doesNotContain("wp-secret").contains("<<: *logging");
    assertThat(adaptation.variables())
        .extracting(variable -> variable.name() + " " + variable.type())
        .containsExactlyInAnyOrder(
            "WP_VERSION STRING", "ROOT_PASSWORD SECRET", "WORDPRESS_DB_PASSWORD SECRET");
  }

  @Test
  void eachStepLeavesNoMoreToFind() {
    Adaptation adaptation = Adaptation.of(BLOG, List.of(), new TreeMap<>());
    assertThat(adaptation.taken()).hasSizeGreaterThan(12);
    assertThat(Suggestions.of(adaptation.text(), adaptation.variables(), new TreeMap<>()))
        .isEmpty();
  }

  @Test
  void takingThemAgainChangesNothing() {
    Adaptation once = Adaptation.of(BLOG, List.of(), new TreeMap<>());
    Adaptation twice = Adaptation.of(once.text(), once.variables(), new TreeMap<>());
    assertThat(twice.text()).isEqualTo(once.text());
    assertThat(twice.taken()).isEmpty();
  }

  @Test
  void whatNothingMendsStaysAFinding() {
    Adaptation adaptation =
        Adaptation.of(
            """
            services:
              agent:
                image: portainer/agent
                privileged: true
                volumes:
                  - /var/run/docker.sock:/var/run/docker.sock
                  - ./data:/data
            """,
            List.of(),
            new TreeMap<>());
    assertThat(adaptation.compiled())
        .isInstanceOfSatisfying(
            Compiled.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .singleElement()
                    .satisfies(found -> assertThat(found.message()).contains("which no app gets")));
    assertThat(adaptation.text()).contains("data-files:/data").doesNotContain("privileged");
  }

  @Test
  void whatIsDeclaredAlreadyStays() {
    Variable declared = Compiling.variable("TAG", Variable.Type.CHOICE, "1", true);
    Adaptation adaptation =
        Adaptation.of(
            "services: {web: {image: 'nginx:${TAG}'}}", List.of(declared), new TreeMap<>());
    assertThat(adaptation.variables()).containsExactly(declared);
    assertThat(adaptation.taken()).isEmpty();
  }
}
