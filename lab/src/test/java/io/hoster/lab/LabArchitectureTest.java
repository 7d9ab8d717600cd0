package io.hoster.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.hoster.lab", importOptions = ImportOption.DoNotIncludeTests.class)
class LabArchitectureTest {

  @ArchTest
  static final ArchRule onlyOnePlaceStartsPrograms =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.hoster.lab.images.Program")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder");

  @ArchTest
  static final ArchRule nothingOfTheProductIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.hoster.workflows..",
              "io.hoster.store..",
              "io.hoster.activities..",
              "io.hoster.ui..");
}
