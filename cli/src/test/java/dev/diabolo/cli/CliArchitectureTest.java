package dev.diabolo.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command line is an embedding program like any other (docs/adr/0001). */
class CliArchitectureTest {
    private static final JavaClasses CLI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.diabolo.cli");

    @Test
    void theCommandLineUsesWhatIsPublicAndTheContractOnly() {
        classes()
                .that()
                .resideInAPackage("dev.diabolo.cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.diabolo",
                        "dev.diabolo.cli..",
                        "dev.diabolo.spi",
                        "dev.diabolo.spi.data",
                        "dev.diabolo.spi.error",
                        "dev.diabolo.spi.graph",
                        "dev.diabolo.spi.training",
                        "java..",
                        "javax.imageio..",
                        "sun.misc",
                        "com.fasterxml.jackson..",
                        "me.tongfei.progressbar",
                        "picocli",
                        "org.jspecify..")
                .check(CLI);
    }

    @Test
    void theCommandLineBuildsNoGraphs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "com.google.inject..")
                .check(CLI);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.diabolo.spi.graph.GraphScope")
                .check(CLI);
    }

    /** Else what is half written stays behind where the process ends. */
    @Test
    void theCommandLinePutsNoFilesIntoPlaceItself() {
        noClasses()
                .should()
                .callMethod(Files.class, "move", Path.class, Path.class, CopyOption[].class)
                .orShould()
                .callMethod(Files.class, "newOutputStream", Path.class, OpenOption[].class)
                .check(CLI);
    }
}
