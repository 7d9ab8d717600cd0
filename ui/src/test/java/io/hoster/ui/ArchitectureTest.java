package io.hoster.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The web decides and asks; it never says what is. */
@AnalyzeClasses(packages = "io.hoster.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyOnePackageKnowsTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hoster.ui.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.temporal..");

  @ArchTest
  static final ArchRule nobodyKnowsHowAWorkflowWorks =
      noClasses().should().dependOnClassesThat().haveSimpleNameEndingWith("WorkflowImpl");

  @ArchTest
  static final ArchRule nobodyWritesState =
      noClasses().should().dependOnClassesThat().areAnnotatedWith("io.hoster.store.WorkerOnly");

  @ArchTest
  static final ArchRule writesNoSqlOfItsOwn =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework.jdbc..");

  /** Faults asks a failure for its SQL state, to tell a refusal from an absence. */
  @ArchTest
  static final ArchRule onlyTheTranslationOfFaultsKnowsJdbc =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.hoster.ui.api.Faults")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule viewsReadThroughServices =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("View")
          .or()
          .haveSimpleNameEndingWith("Panel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.hoster.store..");

  @ArchTest
  static final ArchRule startsNoProcess =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder");
}
