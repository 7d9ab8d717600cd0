package io.hoster.store.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.deployment.DeploymentStore.Credential;
import io.hoster.store.edge.RouteRows;
import io.hoster.store.node.NodeTestRows;
import io.hoster.store.secret.MasterKey;
import io.hoster.store.secret.SecretSettings;
import io.hoster.store.secret.SecretStore;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final DeploymentId shop = new RouteRows(database).deployment(ada, "shop");
  private final DeploymentStore deployments = new DeploymentStore(database.jdbc());
  private final SecretStore secrets =
      new SecretStore(
          database.jdbc(),
          MasterKey.load(new SecretSettings("1".repeat(64), Path.of("nowhere"), null)));

  @AfterEach
  void close() {
    database.close();
  }

  private void save(String password) {
    database
        .worker()
        .tenant(
            ada,
            () -> {
              String secret = secrets.put(ada, "deployment", shop.value(), "Password", password);
              deployments.setCredentials(
                  ada,
                  shop,
                  List.of(
                      new Credential("User", "web", "admin", null),
                      new Credential("Password", "web", null, secret)));
            });
  }

  @Test
  void savingAgainKeepsOneSealedCopyAndNoOtherSecretIsTouched() {
    database
        .worker()
        .tenant(ada, () -> secrets.put(ada, "deployment", shop.value(), "PASSWORD", "a variable"));
    save("first");
    save("second");
    assertThat(rows.count("select count(*) from secret where name = 'Password'")).isEqualTo(1);
    assertThat(rows.count("select count(*) from secret where name = 'PASSWORD'")).isEqualTo(1);
    String kept = rows.text("select secret_id from credential where secret_id is not null");
    assertThat(database.worker().tenant(ada, () -> secrets.open(ada, kept))).isEqualTo("second");
  }
}
