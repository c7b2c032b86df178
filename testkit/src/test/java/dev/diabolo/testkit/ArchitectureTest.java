package dev.diabolo.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the testkit may use: the contract, its options, and the engine as far as it runs models and probes them. */
class ArchitectureTest {
    private static final JavaClasses TESTKIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.diabolo.testkit");

    @Test
    void theTestkitUsesTheContractItsOptionsAndTheEngine() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.junit.jupiter.api..",
                        "org.assertj.core..",
                        "org.jspecify..",
                        "org.nd4j.autodiff.samediff..",
                        "org.nd4j.linalg.api.buffer",
                        "dev.diabolo.spi..",
                        "dev.diabolo.options",
                        "dev.diabolo.engine",
                        "dev.diabolo.testkit")
                .check(TESTKIT);
    }

    @Test
    void theTestkitMakesNoArraysOfItsOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.nd4j.linalg.factory.Nd4j")
                .check(TESTKIT);
    }
}
