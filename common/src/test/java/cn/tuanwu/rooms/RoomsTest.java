package cn.tuanwu.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The order of the rooms, kept by the build. */
@Tag("story")
class RoomsTest {
    /** Each room may name the rooms before it. */
    private static final List<String> ORDER = List.of(
            "kernel",
            "audit",
            "push",
            "letters",
            "file",
            "trace",
            "photo",
            "pdf",
            "org",
            "access",
            "change",
            "job",
            "invite",
            "account",
            "number",
            "realname",
            "registration",
            "intake",
            "rebind",
            "form",
            "capture",
            "transfer",
            "graduation",
            "leaving",
            "erasure",
            "review",
            "ceremony",
            "insight");

    private static final int KERNEL_AT_MOST = 14;

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("cn.tuanwu");

    @Test
    void everyNamedRoomExistsAndNoRoomIsUnnamed() {
        Set<String> rooms = house.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("cn.tuanwu."))
                .map(name -> name.substring("cn.tuanwu.".length()))
                .collect(Collectors.toSet());
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void aRoomNamesOnlyRoomsToItsLeft() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            noNaming(ORDER.get(i), ORDER.subList(i + 1, ORDER.size())).check(house);
        }
    }

    @Test
    void aPlantedViolationIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(cn.tuanwu.kernel.PlantedViolation.class);
        assertThatThrownBy(() -> noNaming("kernel", List.of("push", "review")).check(planted))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void mappersAndRowsStayInsideTheirRoom() {
        ArchRuleDefinition.classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .or()
                .haveSimpleNameEndingWith("Rows")
                .should()
                .notBePublic()
                .check(house);
    }

    @Test
    void namesTheHouseAvoidsAreAvoided() {
        ArchRuleDefinition.noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Manager|Helper|VO|DTO|BO)$")
                .orShould()
                .haveNameMatching(".*\\.Base[A-Z].*")
                .check(house);
    }

    @Test
    void theKernelStaysSmall() {
        assertThat(house.stream()
                        .filter(type -> type.getPackageName().equals("cn.tuanwu.kernel"))
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info")))
                .hasSizeLessThanOrEqualTo(KERNEL_AT_MOST);
    }

    private static ArchRule noNaming(String room, List<String> later) {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("cn.tuanwu." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        later.stream().map(name -> "cn.tuanwu." + name + "..").toArray(String[]::new));
    }
}
