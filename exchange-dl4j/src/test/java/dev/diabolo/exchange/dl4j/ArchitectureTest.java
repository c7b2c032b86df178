package dev.diabolo.exchange.dl4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.diabolo.exchange.dl4j");

    @Test
    void theExchangeUsesTheContractAndDeeplearning4jOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.nd4j..",
                        "org.deeplearning4j..",
                        "dev.diabolo.spi..",
                        "dev.diabolo.exchange.dl4j..")
                .check(MODULE);
    }

    /** Listing plugins must not load Deeplearning4j. */
    @Test
    void whatIsListedLoadsNothingOfDeeplearning4j() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Provider")
                .or()
                .haveSimpleName("Dl4jExport")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
                .check(MODULE);
    }
}
