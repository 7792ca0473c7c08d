package hoso.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house: who may know whom. */
final class Walls {

    private static final String VOCABULARY = "hoso.vocabulary..";
    private static final String EVENTS = "hoso.event";
    private static final String HISTORIES = "hoso.event.history..";
    private static final String CLOCK = "hoso.event.clock..";
    private static final String WIRE = "hoso.event.wire..";
    private static final String SCHEMAS = "hoso.event.schema..";
    private static final String PROOFS = "hoso.proof..";
    private static final String LEDGER = "hoso.query.ledger..";
    private static final String[] DECIDERS = {
        "hoso.command.dossier..", "hoso.command.petition..", "hoso.command.judgement.."
    };

    private Walls() {}

    static ArchRule vocabularyKnowsTheJdkAlone() {
        return classes().that().resideInAPackage(VOCABULARY).should().onlyDependOnClassesThat(language(VOCABULARY));
    }

    static ArchRule eventsKnowTheVocabulary() {
        return classes()
                .that()
                .resideInAPackage("hoso.event..")
                .and()
                .resideOutsideOfPackages(WIRE, SCHEMAS)
                .should()
                .onlyDependOnClassesThat(language(VOCABULARY, EVENTS, HISTORIES, CLOCK));
    }

    /** Reads the table of types off the wire, and needs no JSON for it. */
    static ArchRule schemasKnowTheWire() {
        return classes()
                .that()
                .resideInAPackage(SCHEMAS)
                .should()
                .onlyDependOnClassesThat(language(VOCABULARY, EVENTS, "hoso.event.wire", SCHEMAS));
    }

    /** Reads and writes JSON, and needs nothing else. */
    static ArchRule theWireMayUseJackson() {
        return classes()
                .that()
                .resideInAPackage(WIRE)
                .should()
                .onlyDependOnClassesThat(language(VOCABULARY, EVENTS, WIRE, "tools.jackson.."));
    }

    /** So that whoever is handed a proof can check it with these classes alone: no files, no sides, no clock. */
    static ArchRule proofsKnowTheWire() {
        return classes()
                .that()
                .resideInAPackage(PROOFS)
                .should()
                .onlyDependOnClassesThat(language("hoso.event.wire", PROOFS, "java.security.spec", "tools.jackson.."));
    }

    static ArchRule decidersKnowVocabularyEventsAndJudgements() {
        return classes()
                .that()
                .resideInAnyPackage(DECIDERS)
                .should()
                .onlyDependOnClassesThat(
                        language(VOCABULARY, EVENTS, HISTORIES, CLOCK).or(resideInAnyPackage(DECIDERS)));
    }

    static ArchRule theLedgerKnowsVocabularyAndEvents() {
        return classes()
                .that()
                .resideInAPackage(LEDGER)
                .should()
                .onlyDependOnClassesThat(language(VOCABULARY, EVENTS, HISTORIES, LEDGER));
    }

    static ArchRule axonStandsBehindItsShells() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "hoso.command.aggregate..",
                        "hoso.command.store..",
                        "hoso.command.reference..",
                        "hoso..wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..");
    }

    static ArchRule commandsNeverMeetQuestions() {
        return strangers("hoso.command..", "hoso.query..");
    }

    static ArchRule questionsNeverMeetCommands() {
        return strangers("hoso.query..", "hoso.command..");
    }

    /** Of the house, they know the query side, the edge, and what both sides share. */
    static ArchRule reportsSnapshotsAndAuditReadBooksAndFeed() {
        return classes()
                .that()
                .resideInAnyPackage("hoso.query.report..", "hoso.query.snapshot..", "hoso.query.audit..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("hoso.."))
                        .or(resideInAnyPackage(VOCABULARY, "hoso.event..", PROOFS, "hoso.edge..", "hoso.query..")));
    }

    /** They draw what the API answers: no tables, no books, no log, and no figure of their own. */
    static ArchRule pagesAskTheApi() {
        return noClasses()
                .that()
                .resideInAPackage("hoso.query.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        LEDGER,
                        "hoso.query.books..",
                        "hoso.query.feed..",
                        "hoso.query.copy..",
                        "hoso.query.report.figure..",
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework.jdbc..");
    }

    static ArchRule whatIsSharedLeansOnNoSide() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        VOCABULARY,
                        "hoso.event..",
                        PROOFS,
                        "hoso.edge..",
                        "hoso.process..",
                        "hoso.postgres..",
                        "hoso.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hoso.command..", "hoso.query..", "hoso.standalone..");
    }

    static ArchRule nobodyLeansOnTheLauncher() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("hoso.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("hoso.standalone..");
    }

    static ArchRule packagesStandInNoCircle() {
        return slices().matching("hoso.(**)").should().beFreeOfCycles();
    }

    private static ArchRule strangers(String these, String those) {
        return noClasses()
                .that()
                .resideInAPackage(these)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(those);
    }

    /**
     * The values and collections of the JDK, its text, digests and addresses, and these packages: no files, SQL, sockets,
     * logging or threads.
     */
    private static DescribedPredicate<JavaClass> language(String... packages) {
        return resideInAnyPackage(
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.reflect",
                        "java.lang.runtime",
                        "java.math",
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "java.time..",
                        "java.util",
                        "java.util.concurrent",
                        "java.util.concurrent.atomic",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "org.jspecify..")
                .or(URI)
                .or(resideInAnyPackage(packages));
    }

    private static final DescribedPredicate<JavaClass> URI = DescribedPredicate.describe(
            "a URI",
            type -> type.getName().equals("java.net.URI")
                    || type.getName().equals("java.net.URISyntaxException")
                    || type.getName().equals("java.io.Serializable"));
}
