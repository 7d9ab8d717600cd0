package io.hoster.workflows;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps this module pure: it decides what must happen, and what it decides must be the same when a
 * workflow is replayed in another process. The payload classes are outside: they run at its edge.
 */
@AnalyzeClasses(
    packages = "io.hoster.workflows",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> PURE =
      describe(
          "pure classes",
          type -> !type.getName().matches("io\\.hoster\\.workflows\\.Payload[A-Za-z]*(\\$.*)?"));

  /** Clients hand over commands with a deadline of their own; no workflow reaches them. */
  private static final DescribedPredicate<JavaClass> PURE_AND_NO_CLIENT =
      PURE.and(
          describe(
              "no clients",
              type -> !type.getName().equals("io.hoster.workflows.deployment.DeploymentRuns")));

  private static final DescribedPredicate<JavaClass> OUTER_WORLD =
      JavaClass.Predicates.resideInAnyPackage(
          "org.springframework..",
          "java.sql..",
          "java.net..",
          "java.nio.file..",
          "java.nio.channels..");

  private static final DescribedPredicate<JavaClass> STREAMS =
      JavaClass.Predicates.resideInAPackage("java.io..")
          .and(describe("not a marker", type -> !type.isEquivalentTo(java.io.Serializable.class)));

  private static final DescribedPredicate<JavaClass> CONCURRENCY =
      JavaClass.Predicates.resideInAPackage("java.util.concurrent..")
          .and(describe("not TimeUnit", type -> !type.isEquivalentTo(TimeUnit.class)));

  private static final DescribedPredicate<JavaClass> CHANCE =
      describe(
          "a source of chance",
          type ->
              type.getName().equals("java.util.Random")
                  || type.getName().startsWith("java.util.random.")
                  || type.getName().equals("java.util.SplittableRandom")
                  || type.getName().equals("java.security.SecureRandom"));

  private static final List<String> CLOCKS_AND_SURROUNDINGS =
      List.of(
          "java.lang.System",
          "java.lang.Runtime",
          "java.lang.ProcessBuilder",
          "java.lang.Thread",
          "java.util.Timer");

  private static final DescribedPredicate<JavaCall<?>> UNREPEATABLE =
      describe(
          "gives another answer each time",
          call -> {
            AccessTarget.CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            String name = target.getName();
            return CLOCKS_AND_SURROUNDINGS.contains(owner) && !name.equals("arraycopy")
                || owner.startsWith("java.time.")
                    && (name.equals("now") || name.startsWith("system"))
                || owner.startsWith("java.time.Clock") && name.startsWith("tick")
                || owner.equals("java.util.UUID") && name.equals("randomUUID")
                || owner.endsWith("java.lang.Math") && name.equals("random")
                || owner.equals("java.util.Collections") && name.equals("shuffle")
                || name.equals("parallelStream")
                || name.equals("identityHashCode");
          });

  @ArchTest
  static final ArchRule knowsNothingOfTheOuterWorld =
      noClasses().that(PURE).should().dependOnClassesThat(OUTER_WORLD);

  @ArchTest
  static final ArchRule readsNoFilesButItsOwnSchema =
      noClasses()
          .that(PURE)
          .and()
          .doNotHaveFullyQualifiedName("io.hoster.workflows.catalog.compose.ComposeSchema")
          .should()
          .dependOnClassesThat(STREAMS);

  @ArchTest
  static final ArchRule startsNothingBesideItself =
      noClasses().that(PURE_AND_NO_CLIENT).should().dependOnClassesThat(CONCURRENCY);

  @ArchTest
  static final ArchRule workflowsDoNotKnowTheirClients =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("WorkflowImpl")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Runs");

  /** A worker registers what is listed there, and of all that a history is saved. */
  @ArchTest
  static final ArchRule everyWorkflowIsListed =
      ArchRuleDefinition.classes()
          .that()
          .haveSimpleNameEndingWith("WorkflowImpl")
          .should(
              ArchCondition.from(
                  describe(
                      "be one of HosterWorkflows",
                      type ->
                          Arrays.stream(HosterWorkflows.types()).anyMatch(type::isEquivalentTo))));

  @ArchTest
  static final ArchRule hasNoChance = noClasses().that(PURE).should().dependOnClassesThat(CHANCE);

  @ArchTest
  static final ArchRule hasNoClockAndNoSurroundings =
      noClasses().that(PURE_AND_NO_CLIENT).should().callCodeUnitWhere(UNREPEATABLE);

  @ArchTest
  static final ArchRule compilesWithoutTemporal =
      noClasses()
          .that()
          .resideInAPackage("io.hoster.workflows.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.temporal..");

  @ArchTest
  static final ArchRule keepsNoStateBetweenCalls =
      ArchRuleDefinition.fields()
          .that()
          .haveModifier(JavaModifier.STATIC)
          .should()
          .beFinal()
          .orShould()
          .haveModifier(JavaModifier.SYNTHETIC);
}
