package dev.diabolo.plugins.adversarial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void pluginsUseTheContractAndOperationsOfNd4jOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.nd4j.autodiff.samediff..",
                        "org.nd4j.linalg.api.buffer..",
                        "dev.diabolo.spi..",
                        "dev.diabolo.plugins.adversarial..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.diabolo.plugins.adversarial"));
    }
}
