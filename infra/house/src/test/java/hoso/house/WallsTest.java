package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls stand, and each holds off a trespasser, so that none of them is open unseen. */
class WallsTest {

    /** The product: neither tests nor what tests and benchmarks are made with. */
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("/hoso/testkit/") && !place.contains("/hoso/bench/"))
            .importPackages("hoso");

    /** Classes of these tests that stand in packages of the house and do there what they must not. */
    private static final JavaClasses TRESPASSERS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .withImportOption(place -> place.contains("/trespass/"))
            .importPackages("hoso");

    static List<ArchRule> walls() {
        return List.of(
                Walls.vocabularyKnowsTheJdkAlone(),
                Walls.eventsKnowTheVocabulary(),
                Walls.theWireMayUseJackson(),
                Walls.schemasKnowTheWire(),
                Walls.proofsKnowTheWire(),
                Walls.decidersKnowVocabularyEventsAndJudgements(),
                Walls.theLedgerKnowsVocabularyAndEvents(),
                Walls.axonStandsBehindItsShells(),
                Walls.commandsNeverMeetQuestions(),
                Walls.questionsNeverMeetCommands(),
                Walls.reportsSnapshotsAndAuditReadBooksAndFeed(),
                Walls.pagesAskTheApi(),
                Walls.whatIsSharedLeansOnNoSide(),
                Walls.nobodyLeansOnTheLauncher(),
                Walls.packagesStandInNoCircle(),
                FrontDoor.timeChanceAndPlaceComeInByIt());
    }

    @ParameterizedTest
    @MethodSource("walls")
    void a_wall_stands(ArchRule wall) {
        wall.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void a_wall_holds_off_a_trespasser(ArchRule wall) {
        assertThat(wall.evaluate(TRESPASSERS).hasViolation()).isTrue();
    }
}
