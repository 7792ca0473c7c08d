package hoso.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code infra/handbook/seeds.md} says that the documents of the demo print: the middle column, report by report. */
final class SentencesPage {

    private static final Path PAGE = Path.of("../handbook/seeds.md");
    private static final String PART = "# The documents, sentence by sentence";

    /** Where the document has no such sentence. */
    private static final String NOTHING = "–";

    private SentencesPage() {}

    /**
     * One paragraph of a document.
     *
     * @param words all of it but its bullet, with {@code …} for what is left out
     */
    record Paragraph(String words) {

        Paragraph {
            if (words.replace("…", "").isBlank()) throw new IllegalArgumentException("no words: " + words);
        }

        boolean isThatOf(String printed) {
            String pattern = Arrays.stream(words.split("…", -1))
                    .map(String::strip)
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return printed.matches("([-+*] )?" + pattern);
        }
    }

    /** The rows of each report by its heading; of each row the paragraphs, in the order of the document. */
    static Map<String, List<List<Paragraph>>> reports() {
        String part = page().split(Pattern.quote(PART), -1)[1];
        Map<String, List<List<Paragraph>>> reports = new LinkedHashMap<>();
        for (String section : part.split("\n## ")) {
            List<String> lines = section.lines().toList();
            if (!lines.getFirst().isEmpty()) reports.put(lines.getFirst(), rows(lines));
        }
        return reports;
    }

    /** The first two rows of a table are its head. */
    private static List<List<Paragraph>> rows(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.split(" \\| ")[1].strip())
                .filter(cell -> !cell.equals(NOTHING))
                .map(cell ->
                        Arrays.stream(cell.split(" · ")).map(Paragraph::new).toList())
                .toList();
    }

    private static String page() {
        try {
            return Files.readString(PAGE, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
