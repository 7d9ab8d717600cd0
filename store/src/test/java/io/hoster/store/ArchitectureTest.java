package io.hoster.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** SQL is here and nowhere else; what is not a store is a row or one of a few tools. */
@AnalyzeClasses(packages = "io.hoster.store", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Rows have no reach: they are records. */
  private static final DescribedPredicate<JavaClass> TOOLS =
      DescribedPredicate.describe(
          "what is no row",
          type ->
              type.isTopLevelClass()
                  && !type.isRecord()
                  && !type.isEnum()
                  && !type.getSimpleName().equals("package-info"));

  @ArchTest
  static final ArchRule knowsOnlyTheDecisions =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.hoster.ui..", "io.hoster.activities..");

  @ArchTest
  static final ArchRule knowsNothingOfTheEngine =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.temporal..");

  /**
   * Besides stores and queries: DeploymentIntents and PlanLimits (what the web may write and must
   * hold), NoticeOutbox, CommandDelivery, MasterKey and Sealing (keys), Columns and Ids (values),
   * and the marker WorkerOnly.
   */
  @ArchTest
  static final ArchRule publicTypesSayWhatTheyAre =
      classes()
          .that(TOOLS)
          .and()
          .arePublic()
          .should()
          .haveNameMatching(
              ".*\\.[A-Za-z]+(Store|Queries|Listener|Configuration|Transactions)"
                  + "|.*\\.(Transactions|Migration|[A-Za-z]+Intents|RevisionValues|PlanLimits|NoticeOutbox"
                  + "|CommandDelivery|MasterKey|Sealing|Columns|Ids|WorkerOnly)");

  @ArchTest
  static final ArchRule onlyStoresTalkToTheDatabase =
      noClasses()
          .that()
          .areTopLevelClasses()
          .and()
          .haveNameNotMatching(".*(Store|Queries|Configuration|Transactions|Intents|Limits|Outbox)")
          .and()
          .doNotHaveSimpleName("DeploymentParts")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");

  @ArchTest
  static final ArchRule whatTheWorkerAloneMayWriteIsAStore =
      classes()
          .that()
          .areAnnotatedWith(WorkerOnly.class)
          .should()
          .haveSimpleNameEndingWith("Store");
}
