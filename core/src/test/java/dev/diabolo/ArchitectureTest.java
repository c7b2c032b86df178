package dev.diabolo;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SameDiff;

/** The rooms of the house, and what each may use (docs/adr/0001). */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.diabolo");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev.diabolo.spi..     |",
                "dev.diabolo.options.. | dev.diabolo.spi..",
                "dev.diabolo.plugin..  | dev.diabolo.spi.. dev.diabolo.options..",
                "dev.diabolo.config..  | dev.diabolo.spi.. dev.diabolo.options..",
                "dev.diabolo.files..   |",
                "dev.diabolo.data..    | dev.diabolo.spi.. dev.diabolo.files..",
                "dev.diabolo.engine..  | dev.diabolo.spi..",
                "dev.diabolo.model..   | dev.diabolo.spi.. dev.diabolo.engine.. dev.diabolo.files..",
            })
    void aRoomUsesOnlyTheRoomsItMay(String room, String allowed) {
        String[] others = allowed == null ? new String[0] : allowed.split(" ");
        String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of(room), java.util.Arrays.stream(others))
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.diabolo..").and(not(resideInAnyPackage(all)))));
    }

    @Test
    void wiringDoesNotKnowThePublicPackage() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.diabolo.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.diabolo"));
    }

    @Test
    void theContractNeedsOnlyTheJdkNd4jAndJspecify() {
        check(classes()
                .that()
                .resideInAPackage("dev.diabolo.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.nd4j..", "org.jspecify..", "dev.diabolo.spi.."));
    }

    @Test
    void nd4jStaysBehindTheContractAndTheEngine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.diabolo.spi..", "dev.diabolo.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco.."));
    }

    @Test
    void onlyTheEngineUsesNd4jStatics() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.diabolo.engine..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.nd4j.linalg.factory.Nd4j"));
    }

    @Test
    void guiceStaysInWiring() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.diabolo.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.inject.."));
    }

    @Test
    void commonsConfigurationStaysInConfig() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.diabolo.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.configuration2..", "org.yaml.."));
    }

    @Test
    void coreKnowsNoPlugin() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("dev.diabolo.plugins.."));
    }

    @Test
    void coreNeitherPrintsNorExits() {
        check(noClasses().should().accessField(System.class, "out"));
        check(noClasses().should().accessField(System.class, "err"));
        check(noClasses().should().callMethod(System.class, "exit", int.class));
    }

    @Test
    void theTrainingLoopUsesNoSession() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.nd4j\\.autodiff\\.samediff\\.internal\\..*Session.*"));
        Set<String> interpreting =
                Set.of("fit", "output", "outputAll", "batchOutput", "createGradFunction", "calculateGradients");
        check(noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "SameDiff runs or trains",
                        call -> call.getTargetOwner().isEquivalentTo(SameDiff.class)
                                && interpreting.contains(call.getName()))));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.diabolo.(*)..").should().beFreeOfCycles());
        check(slices().matching("dev.diabolo.spi.(*)..").should().beFreeOfCycles());
        check(slices().matching("dev.diabolo.data.(*)..").should().beFreeOfCycles());
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }
}
