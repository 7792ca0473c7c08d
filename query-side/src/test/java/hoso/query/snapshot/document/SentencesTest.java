package hoso.query.snapshot.document;

import static hoso.query.ledger.Measure.RECEIVED;
import static hoso.query.ledger.Measure.RECEIVED_ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.Town;
import hoso.query.snapshot.Cause;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.FrozenTown;
import hoso.vocabulary.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A sentence is whole, also where a figure of it is 0 or a rate of it absent. */
class SentencesTest {

    /** What is left where something is missing: blanks, brackets and marks around nothing, a percentage of no number. */
    private static final Pattern HOLE =
            Pattern.compile("  | [,;.:)%]|[(][ )]|[,;:][,;.)]|(?<![0-9])%|–(?! [0-9]{2}/)|null|[{}]");

    private static final Pattern WHOLE = Pattern.compile(".*[^ .][.:)]");

    @Test
    void of_a_unit_where_nothing_happened() throws IOException {
        List<String> sentences = sentences(FrozenTown.report(new Town(), PrintedTown.MARCH));

        assertWhole(sentences, "an empty town");
        assertThat(sentences)
                .contains(
                        "- Số hóa hồ sơ, giấy tờ: không phát sinh.",
                        "- Cấp kết quả điện tử: không phát sinh.",
                        "- Tái sử dụng thông tin, dữ liệu số hóa: 00 hồ sơ.");
    }

    @Test
    void of_a_unit_with_one_dossier_that_is_still_pending() throws IOException {
        Town town = new Town().posted("H1.2.1", Instant.parse("2025-03-10T02:00:00Z"), RECEIVED, RECEIVED_ONLINE);

        for (String unit : List.of("H1", "H1.2", "H1.2.1"))
            assertWhole(sentences(FrozenTown.report(town, PrintedTown.MARCH.replace("unit=H1", "unit=" + unit))), unit);
    }

    @Test
    void whatever_the_figures_are() throws IOException {
        for (long seed = 0; seed < 60; seed++) assertWhole(sentences(WildFigures.report(seed)), "seed " + seed);
    }

    @Test
    void whatever_keeps_it_from_joining_the_one_before() throws IOException {
        FrozenReport report = FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH);
        for (long seed = 0; seed < 60; seed++)
            assertWhole(sentences(report, Optional.of(joint(new Random(seed)))), "seed " + seed);
        for (Cause cause : List.of(Cause.UNIT_MOVED, Cause.EDITION, Cause.UNEXPLAINED))
            assertThat(sentences(report, Optional.of(joint(new Joint.Part(cause, -29, 0)))))
                    .anyMatch(sentence -> sentence.endsWith("gồm: " + cause.vietnamese() + " -29."));
        assertThat(sentences(report, Optional.of(joint(new Joint.Part(Cause.LATE_FACT, 12_345, Joint.DOSSIERS_MAX)))))
                .anyMatch(sentence -> sentence.endsWith("ghi nhận muộn +12.345 (ít nhất 10.000 hồ sơ có thay đổi)."));
        assertThat(sentences(report, Optional.of(new Joint("S1", FEBRUARY, 5, 7, List.of(), 12L))))
                .anyMatch(sentence -> sentence.contains("chênh lệch +2 hồ sơ, chưa giải thích được vì"));
    }

    private static final Period FEBRUARY = new Period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28));

    private static Joint joint(Random random) {
        return joint(random.ints(random.nextInt(4), 0, Cause.values().length)
                .distinct()
                .mapToObj(cause -> new Joint.Part(
                        Cause.values()[cause], random.nextInt(-9, 9), random.nextInt(3) * random.nextInt(20)))
                .toArray(Joint.Part[]::new));
    }

    private static Joint joint(Joint.Part... parts) {
        long difference = Stream.of(parts).mapToLong(Joint.Part::difference).sum();
        return new Joint("S1", FEBRUARY, 100_000, 100_000 + difference, List.of(parts));
    }

    private static void assertWhole(List<String> sentences, String of) {
        assertThat(sentences)
                .as(of)
                .hasSizeGreaterThan(20)
                .noneMatch(sentence -> HOLE.matcher(sentence).find())
                .allMatch(sentence -> WHOLE.matcher(sentence).matches());
    }

    @Test
    void each_criterion_without_points_says_why() throws IOException {
        FrozenReport report = FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH);
        List<String> expected = new ArrayList<>();
        for (JsonNode group : report.content().at("/scoreboard/groups"))
            for (JsonNode criterion : group.path("criteria"))
                if (!criterion.path("data").booleanValue())
                    expected.add("* %s (tối đa %02d điểm): %s."
                            .formatted(
                                    criterion.path("vi").stringValue(),
                                    criterion.path("max").longValue(),
                                    criterion.path("note").stringValue()));

        assertThat(sentences(report)).containsSubsequence(expected);
        assertThat(expected)
                .hasSizeGreaterThan(5)
                .anyMatch(line -> line.endsWith(": không có dữ liệu."))
                .anyMatch(line -> line.endsWith(": không phát sinh."));
    }

    /** The paragraphs that are of the text, not of its heading, lists and tables. */
    private static List<String> sentences(FrozenReport report) throws IOException {
        return sentences(report, Optional.empty());
    }

    private static List<String> sentences(FrozenReport report, Optional<Joint> joint) throws IOException {
        byte[] file = TextDocument.of(PrintedTown.of(report, joint, Optional.empty()));
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getParagraphs().stream()
                    .filter(paragraph -> "Body".equals(paragraph.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
        }
    }
}
