package io.hoster.activities;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the outer world in adapters, each behind a package of its own. */
@AnalyzeClasses(
    packages = "io.hoster.activities",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] ADAPTERS = {
    "io.hoster.activities.caddy..", "io.hoster.activities.docker..", "io.hoster.activities.mail.."
  };

  @ArchTest
  static final ArchRule knowsNothingOfTheWeb =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.hoster.ui..");

  @ArchTest
  static final ArchRule startsNoProcess =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Runtime");

  @ArchTest
  static final ArchRule writesNoSqlOfItsOwn =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.jdbc..")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowTheEngine =
      noClasses()
          .that()
          .resideInAnyPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.temporal..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowWhoUsesThem =
      noClasses()
          .that()
          .resideInAnyPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.hoster.activities.deployment..",
              "io.hoster.activities.node..",
              "io.hoster.activities.log..",
              "io.hoster.activities.worker..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices()
          .matching("io.hoster.activities.(caddy|docker|mail)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyTheDockerAdapterTalksToDocker =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hoster.activities.docker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.dockerjava..");
}
