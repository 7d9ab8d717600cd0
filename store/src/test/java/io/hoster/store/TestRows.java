package io.hoster.store;

import io.hoster.store.catalog.ServiceImage;
import io.hoster.store.catalog.TemplateStore;
import io.hoster.store.metering.TrafficCount;
import io.hoster.store.metering.TrafficStore;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.CredentialSpec;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts rows into a test's database the way the worker does. */
public final class TestRows {

  private static final String COMPOSE =
      """
      services:
        web:
          image: nginx:1
          ports: ["80"]
      """;

  private final TestDatabase database;

  public TestRows(TestDatabase database) {
    this.database = database;
  }

  /** A published template of the platform. */
  public void template(String slug, Kind kind, String category) {
    publish(definition(slug, "1.0.0", kind, category), "sum-" + slug);
  }

  public TemplateStore.Published publish(TemplateDefinition definition, String checksum) {
    TemplateStore store = new TemplateStore(database.jdbc());
    return database
        .web()
        .system(
            () -> store.publish(definition, List.of(new ServiceImage("web", "nginx:1")), checksum));
  }

  /** A template of a tenant, with one version. */
  public void ownTemplate(TenantId tenant, String slug, String status) {
    run(
        """
        with t as (insert into template (id, tenant_id, slug, current_version_id)
                   values (:template, :tenant, :slug, :version))
        insert into template_version (id, template_id, tenant_id, version, name, kind, category, summary, description,
          compose, definition, services, icon, price_minor, currency, status, checksum)
        values (:version, :template, :tenant, '0.1', :slug, 'app', 'Tools', '', '', :compose,
          '{"variables":[],"entry":null,"credentials":[]}', '[]', '', 0, 'USD', :status, 'x')
        """,
        "template",
        Ids.fresh("tpl"),
        "version",
        Ids.fresh("tpv"),
        "tenant",
        tenant.value(),
        "slug",
        slug,
        "compose",
        COMPOSE,
        "status",
        status);
  }

  public static TemplateDefinition definition(
      String slug, String version, Kind kind, String category) {
    return new TemplateDefinition(
        slug,
        slug.toUpperCase(Locale.ROOT),
        version,
        kind,
        category,
        "Says " + slug,
        "A **description**",
        COMPOSE,
        List.of(
            new Variable(
                "TITLE",
                Variable.Type.STRING,
                "Title",
                "",
                "",
                "Hello",
                true,
                null,
                null,
                List.of()),
            new Variable(
                "PASSWORD",
                Variable.Type.SECRET,
                "Password",
                "",
                "",
                null,
                true,
                "password(32)",
                null,
                List.of())),
        new Entry("web", 80),
        List.of(new CredentialSpec("Password", "${PASSWORD}", "web", true)),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        500,
        "USD");
  }

  /** A deployment of the template {@code slug} in its first revision. */
  public DeploymentId deployment(TenantId tenant, String name, String slug, String status) {
    String id = Ids.fresh("dep");
    run(
        """
        with d as (
          insert into deployment (id, tenant_id, name, kind, template_id, host, status, applied_revision)
          select :id, :tenant, :name, v.kind, t.id, :host, :status, case when :status = 'running' then 1 else 0 end
            from template t join template_version v on v.id = t.current_version_id where t.slug = :slug)
        insert into deployment_revision (tenant_id, deployment_id, revision, template_version_id, variables,
                                         secret_variables, environment)
        select :tenant, :id, 1, t.current_version_id, '{"TITLE":"Hello"}', '{"PASSWORD":"sec_1"}', '{"TZ":"UTC"}'
          from template t where t.slug = :slug
        """,
        "id",
        id,
        "tenant",
        tenant.value(),
        "name",
        name,
        "slug",
        slug,
        "status",
        status,
        "host",
        id + ".apps.localhost");
    return new DeploymentId(id);
  }

  public OperationId operation(
      TenantId tenant, DeploymentId deployment, String kind, String status, Instant startedAt) {
    String id = Ids.fresh("opr");
    run(
        """
        insert into operation (id, tenant_id, subject_kind, subject_id, kind, status, generation, status_before, actor_name,
          started_at)
        values (:id, :tenant, 'deployment', :deployment, :kind, :status, 1, 'pending', 'Ada', :at)
        """,
        "id",
        id,
        "tenant",
        tenant.value(),
        "deployment",
        deployment.value(),
        "kind",
        kind,
        "status",
        status,
        "at",
        Columns.parameter(startedAt));
    return new OperationId(id);
  }

  public void failure(TenantId tenant, OperationId operation, String step, String code) {
    run(
        """
        update operation set failure = jsonb_build_object('step', :step::text, 'code', :code::text,
          'message', 'The image is not there.', 'technical', 'MANIFEST_UNKNOWN', 'since', '2026-01-02T03:04:05Z')
         where id = :id
        """,
        "id",
        operation.value(),
        "step",
        step,
        "code",
        code);
  }

  public void step(
      TenantId tenant,
      OperationId operation,
      int position,
      String name,
      String status,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    run(
        """
        insert into operation_step (operation_id, tenant_id, subject_id, position, name, status, attempts, attempt_limit,
                                    started_at, finished_at)
        values (:operation, :tenant, (select subject_id from operation where id = :operation), :position, :name, :status, 1, 5, :started::timestamptz, :finished::timestamptz)
        """,
        "operation",
        operation.value(),
        "tenant",
        tenant.value(),
        "position",
        position,
        "name",
        name,
        "status",
        status,
        "started",
        startedAt == null ? null : startedAt.toString(),
        "finished",
        finishedAt == null ? null : finishedAt.toString());
  }

  public void service(TenantId tenant, DeploymentId deployment, String name) {
    run(
        """
        insert into deployment_service (tenant_id, deployment_id, name, image, state, health)
        values (:tenant, :deployment, :name, 'nginx:1', 'running', 'healthy')
        """,
        "tenant",
        tenant.value(),
        "deployment",
        deployment.value(),
        "name",
        name);
  }

  public void event(TenantId tenant, DeploymentId deployment, String message, Instant at) {
    run(
        """
        insert into event (id, tenant_id, deployment_id, at, type, message, actor)
        values (:id, :tenant, :deployment, :at, 'started', :message, 'Ada')
        """,
        "id",
        Ids.fresh("evt"),
        "tenant",
        tenant.value(),
        "deployment",
        deployment.value(),
        "at",
        Columns.parameter(at),
        "message",
        message);
  }

  public void port(TenantId tenant, DeploymentId deployment, String service, int inside, int port) {
    run(
        """
        insert into node (id, name, origin, status) values ('nod_local', 'Local', 'local', 'ready')
        on conflict do nothing
        """);
    run(
        """
        insert into port_lease (node_id, port, state, tenant_id, deployment_id, service, container_port)
        values ('nod_local', :port, 'leased', :tenant, :deployment, :service, :inside)
        """,
        "port",
        port,
        "tenant",
        tenant.value(),
        "deployment",
        deployment.value(),
        "service",
        service,
        "inside",
        inside);
  }

  public void credential(TenantId tenant, DeploymentId deployment, String name, String value) {
    run(
        """
        insert into credential (tenant_id, deployment_id, position, name, service, value)
        values (:tenant, :deployment, (select count(*) from credential where deployment_id = :deployment), :name,
                'web', :value)
        """,
        "tenant",
        tenant.value(),
        "deployment",
        deployment.value(),
        "name",
        name,
        "value",
        value);
  }

  public void storage(
      TenantId tenant, DeploymentId deployment, String type, long bytes, long files) {
    run(
        """
        insert into storage (tenant_id, deployment_id, type, size_bytes, file_count, calculated_at)
        values (:tenant, :deployment, :type, :bytes, :files, now())
        """,
        "tenant",
        tenant.value(),
        "deployment",
        deployment.value(),
        "type",
        type,
        "bytes",
        bytes,
        "files",
        files);
  }

  public void sample(
      TenantId tenant,
      DeploymentId deployment,
      String service,
      Instant at,
      double cpu,
      long memory) {
    run(
        """
        insert into sample (tenant_id, deployment_id, service, at, cpu_percent, memory_bytes, network_in_bytes,
                            network_out_bytes)
        values (:tenant, :deployment, :service, :at, :cpu, :memory, 10, 20)
        """,
        "tenant",
        tenant.value(),
        "deployment",
        deployment.value(),
        "service",
        service,
        "at",
        Columns.parameter(at),
        "cpu",
        cpu,
        "memory",
        memory);
  }

  /** One of them failed. */
  public void traffic(
      DeploymentId deployment, Instant minute, long requests, long upgrades, double millis) {
    var count = new TrafficCount(deployment, minute, requests, 1, upgrades, millis, 5, 6);
    database.worker().system(() -> new TrafficStore(database.jdbc()).add(List.of(count)));
  }

  /** {@code parameters} are names and values in turn. */
  private void run(String sql, @Nullable Object... parameters) {
    database
        .worker()
        .system(() -> {
          var statement = database.jdbc().sql(sql);
          for (int i = 0; i < parameters.length; i += 2) {
            statement = statement.param((String) parameters[i], parameters[i + 1]);
          }
          statement.update();
        });
  }
}
