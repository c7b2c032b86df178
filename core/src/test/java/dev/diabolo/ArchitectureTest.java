package dev.diabolo;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SameDiff;

/** The rooms of the house, and what each may use (docs/adr/0001). */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.diabolo");

    /** A room, what it holds, and the rooms that it may use: a row of the decision record's table. */
    private static final Pattern ROW = Pattern.compile("\\| `\\.([a-z]+)` \\| [^|]+ \\| ([^|]+) \\|");

    /** The rooms with what each may use, as the decision record has them; wiring may use nearly all, and has its own test. */
    static Stream<Arguments> rooms() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "adr", "0001-rooms-of-core.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !row.group(1).equals("wiring"))
                .map(row -> Arguments.of(row.group(1), others(row.group(2))));
    }

    private static List<String> others(String allowed) {
        return allowed.startsWith("nothing but ") ? List.of() : List.of(allowed.split(", "));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsItMay(String room, List<String> others) {
        String[] all = Stream.concat(Stream.of(room), others.stream())
                .map(name -> "dev.diabolo." + name + "..")
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(all[0])
                .should()
                .dependOnClassesThat(resideInAPackage("dev.diabolo..").and(not(resideInAnyPackage(all)))));
    }

    @Test
    void theDecisionRecordHasEveryRoom() throws IOException {
        Set<String> rooms = new TreeSet<>(Set.of("wiring"));
        rooms().forEach(row -> rooms.add((String) row.get()[0]));
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : CORE) {
            String[] parts = type.getPackageName().split("\\.");
            if (parts.length > 2) {
                packages.add(parts[2]);
            }
        }
        assertThat(rooms).isEqualTo(packages);
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
