package io.hoster.activities.campaign;

import io.hoster.store.campaign.CampaignStore.Target;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.store.deployment.DeploymentIntents.Subject;
import io.hoster.store.deployment.RevisionStore;
import io.hoster.store.deployment.RevisionStore.Revision;
import io.hoster.store.deployment.RevisionValues;
import io.hoster.store.operation.CommandStore;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VariableValues;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.tenant.TenantId;
import java.security.SecureRandom;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Asks one app to run a newer version with the values it has. */
@Component
final class CampaignUpdate {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final DeploymentIntents intents;
  private final RevisionStore revisions;
  private final RevisionValues values;
  private final CommandStore commands;

  CampaignUpdate(
      DeploymentIntents intents,
      RevisionStore revisions,
      RevisionValues values,
      CommandStore commands) {
    this.intents = intents;
    this.revisions = revisions;
    this.values = values;
    this.commands = commands;
  }

  /** What came of it. */
  sealed interface Asked {

    /** It was asked by this command. */
    record By(CommandId command) implements Asked {}

    /** It is at work on something else; its turn comes later. */
    record Later() implements Asked {}

    /** It is passed over. */
    record Never(String why) implements Asked {}
  }

  /** Asks in the transaction of the caller, under the app's row lock. */
  Asked ask(Target target, TemplateVersionRow version) {
    TenantId tenant = target.tenant();
    Subject subject = intents.lock(tenant, target.deployment()).orElse(null);
    if (subject == null) {
      return new Asked.Never("It is gone.");
    }
    if (isAtWork(subject.status()) || !commands.pendingOf(tenant, target.deployment()).isEmpty()) {
      return new Asked.Later();
    }
    if (subject.status() != DeploymentStatus.RUNNING) {
      return new Asked.Never("It does not run: it is " + subject.status().word() + ".");
    }
    Revision now = revisions.find(tenant, target.deployment(), subject.revision()).orElseThrow();
    SortedMap<String, String> known = values.open(tenant, now);
    known
        .keySet()
        .retainAll(version.definition().variables().stream().map(Variable::name).toList());
    return switch (VariableValues.check(version.definition().variables(), known, RANDOM::nextInt)) {
      case VariableValues.Checked.Invalid invalid ->
          new Asked.Never("It needs values: " + invalid.problems().getFirst().message());
      case VariableValues.Checked.Complete complete ->
          compiles(version, complete.values())
              ? command(target, version, complete.values(), now)
              : new Asked.Never("The version does not compile with its values.");
    };
  }

  private static boolean isAtWork(DeploymentStatus status) {
    return switch (status) {
      case PENDING, SCHEDULED, BUILDING, STARTING, UPDATING, STOPPING -> true;
      case RUNNING, STOPPED, FAILED, SUSPENDED, DELETING -> false;
    };
  }

  private static boolean compiles(TemplateVersionRow version, SortedMap<String, String> values) {
    return ComposeCompiler.compile(
            version.definition().compose(), version.definition().variables(), values)
        instanceof Compiled.Planned;
  }

  private Asked command(
      Target target, TemplateVersionRow version, SortedMap<String, String> with, Revision now) {
    TenantId tenant = target.tenant();
    int number = revisions.latest(tenant, target.deployment()) + 1;
    values.add(tenant, target.deployment(), number, version, with, values.environment(now), null);
    intents.wish(tenant, target.deployment(), number);
    CommandId command = CommandStore.freshId();
    commands.add(
        tenant,
        command,
        target.deployment(),
        CommandKind.REDEPLOY,
        "Update to " + version.definition().version(),
        CommandStore.Asker.PLATFORM);
    return new Asked.By(command);
  }
}
