package io.hoster.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hoster.ui.security.WebRole;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

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

  /**
   * A process without the role web has health, figures, its internal port and the way to the engine
   * (OpenApiSettings only says that the API is described nowhere); whatever else it were given
   * would ask for parts that it does not have.
   */
  @ArchTest
  static final ArchRule whatServesPeopleIsOfTheRoleWeb =
      classes()
          .that()
          .areMetaAnnotatedWith(Component.class)
          .and()
          .haveNameNotMatching(
              ".*\\.(HosterApplication|InternalPort|RefusedDatabase|engine\\.(EngineConfiguration|Keys)"
                  + "|operations\\.(HealthController|MetricsController|Readiness|ReadinessMeters|StoreReadiness|OpenApiSettings))")
          .should()
          .beAnnotatedWith(WebRole.class)
          .orShould()
          .beAnnotatedWith(ConditionalOnBooleanProperty.class);
}
