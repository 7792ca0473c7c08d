package hoso.query.snapshot.document;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.catalogue.Rates;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.content.FrozenTown;
import hoso.query.snapshot.document.template.Properties;
import hoso.query.snapshot.document.template.SheetTemplate;
import hoso.query.snapshot.document.template.TextTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {

    private static final PrintedSnapshot MARCH = PrintedTown.of(
            FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH), Optional.empty(), Optional.empty());

    private static final Pattern TAG = Pattern.compile("\\{\\{[?^/]?([^{}]*)}}");

    @ParameterizedTest
    @EnumSource
    void every_name_in_it_is_known(Template template) throws IOException {
        Set<String> known = own();
        Cells.all().forEach(cell -> known.add(cell.name()));
        Rates.all().forEach(rate -> known.add("rates." + rate.id()));

        assertThat(names(template)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void every_name_that_is_made_for_them_is_used() throws IOException {
        Set<String> used = names(Template.REPORT);
        used.addAll(names(Template.FORM));

        assertThat(used).containsAll(own());
    }

    /** The names that are neither cells nor rates. */
    private static Set<String> own() {
        Set<String> own = new TreeSet<>(SnapshotScope.values(MARCH).keySet());
        own.removeIf(name -> name.startsWith("rates."));
        own.addAll(FigureScope.SUMS);
        own.addAll(Change.names());
        own.addAll(Set.of("group.no", "group.key", "group.name", "group.inSentence", "line"));
        own.addAll(RateRows.NAMES);
        own.addAll(FrozenScoreboard.GROUP);
        own.addAll(FrozenScoreboard.CRITERION);
        own.addAll(Set.of("part.cause", "part.difference", "part.dossiers"));
        own.addAll(Set.of("chart.name", "chart.early", "chart.onTime", "chart.late"));
        return own;
    }

    /** Of all parts, whatever stands between the letters of a tag. */
    private static Set<String> names(Template template) throws IOException {
        Set<String> names = new TreeSet<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(template.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
                TAG.matcher(text).results().forEach(tag -> names.add(tag.group(1)));
            }
        }
        return names;
    }

    @Test
    void a_text_that_another_program_has_saved_again_is_filled_alike() throws IOException {
        var saved = new ByteArrayOutputStream();
        try (var document = new XWPFDocument(new ByteArrayInputStream(Template.REPORT.bytes()))) {
            // as Word does it, in the midst of a tag
            var paragraph = document.getParagraphs().stream()
                    .filter(some -> some.getText().contains("{{received.total}}"))
                    .findFirst()
                    .orElseThrow();
            var run = paragraph.getRuns().getFirst();
            String text = run.text();
            int cut = text.indexOf("{received.total");
            run.setText(text.substring(0, cut), 0);
            var next = paragraph.createRun();
            next.setText(text.substring(cut, cut + 12));
            next.setItalic(true);
            paragraph.createRun().setText(text.substring(cut + 12));
            document.write(saved);
        }

        byte[] filled = TextTemplate.fill(saved.toByteArray(), SnapshotScope.of(MARCH), properties());

        assertThat(text(filled)).isEqualTo(text(TextDocument.of(MARCH)));
    }

    private static String text(byte[] document) throws IOException {
        try (var extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(document)))) {
            return extractor.getText();
        }
    }

    @Test
    void a_spreadsheet_that_another_program_has_saved_again_is_filled_alike() throws IOException {
        var saved = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Template.FORM.bytes()))) {
            book.write(saved);
        }

        byte[] filled = SheetTemplate.fill(saved.toByteArray(), SnapshotScope.of(MARCH), properties());

        assertThat(cells(filled)).isEqualTo(cells(Spreadsheet.of(MARCH)));
    }

    private static String cells(byte[] spreadsheet) throws IOException {
        try (var extractor = new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(spreadsheet)))) {
            return extractor.getText();
        }
    }

    private static Properties properties() {
        return TextDocument.properties(MARCH);
    }
}
