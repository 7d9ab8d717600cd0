package io.hoster.activities.deployment;

import static io.hoster.activities.deployment.PrepareSteps.action;

import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.secret.SecretStore;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that make a running deployment the customer's, and those that take it back. */
@Configuration(proxyBeanMethods = false)
class PublishSteps {

  private final PlanLoader plans;
  private final Address address;
  private final CredentialLines credentials;

  PublishSteps(PlanLoader plans, Address address, CredentialLines credentials) {
    this.plans = plans;
    this.address = address;
    this.credentials = credentials;
  }

  /** Images of today's catalog install themselves from their environment when they first start. */
  @Bean
  StepAction firstRunInstall() {
    return action(
        Step.FIRST_RUN_INSTALL, context -> StepResult.skipped("the image installs itself"));
  }

  @Bean
  StepAction openAddress() {
    return action(
        Step.ADDRESS,
        context -> {
          Facts facts = context.facts();
          if (ContainerSteps.staysStopped(context, facts)) {
            address.say(context, facts, "stopped");
            return StepResult.done("shows that it is stopped");
          }
          return context
              .plan(plans, facts)
              .entry()
              .map(entry -> {
                address.open(context, facts, entry);
                return StepResult.done(facts.host());
              })
              .orElse(StepResult.skipped("it has none"));
        });
  }

  @Bean
  StepAction removeOldVersion(Sides sides) {
    return action(
        Step.REMOVE_OLD_VERSION,
        context -> {
          Facts facts = context.facts();
          if (facts.nextSide() == null) {
            return StepResult.skipped("it was replaced where it was");
          }
          sides.change(context, facts);
          return StepResult.done("removed");
        });
  }

  @Bean
  StepAction closeAddress() {
    return action(
        Step.CLOSE_ADDRESS,
        context -> {
          Facts facts = context.facts();
          String state =
              context.operation().kind() == OperationKind.SUSPEND ? "suspended" : "stopped";
          address.say(context, facts, state);
          return StepResult.done("shows that it is " + state);
        });
  }

  @Bean
  StepAction removeAddress() {
    return action(
        Step.REMOVE_ADDRESS,
        context -> {
          address.remove(context, context.facts());
          return StepResult.done("leads nowhere");
        });
  }

  @Bean
  StepAction saveCredentials() {
    return action(
        Step.SAVE_CREDENTIALS,
        context -> {
          Facts facts = context.facts();
          int saved = credentials.save(context, facts, context.plan(plans, facts));
          return saved == 0 ? StepResult.skipped("it has none") : StepResult.done(saved + " saved");
        });
  }

  @Bean
  StepAction sendEmail(RunningMail mail) {
    return action(Step.SEND_EMAIL, context -> mail.send(context, context.facts()));
  }

  @Bean
  StepAction forget(SecretStore secrets) {
    return action(
        Step.FORGET,
        context -> {
          Facts facts = context.facts();
          context.writing(rows -> {
            rows.deployments().setCredentials(facts.tenant(), facts.id(), List.of());
            secrets.forget(facts.tenant(), facts.id().value());
          });
          return StepResult.done("forgotten");
        });
  }
}
