package hoso.testkit.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One world of the examples: its lines in order of arrival; {@code expected} with {@code verdicts} (pairs of id and
 * verdict, one a line) and {@code reports}; {@code dossiers} as they stand after the last line.
 */
public record ExampleWorld(String name, List<String> lines, JsonNode expected, JsonNode dossiers) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The year 2024. */
    public static ExampleWorld world() {
        return load("world");
    }

    /** The year 2022, which begins without a calendar. */
    public static ExampleWorld older() {
        return load("older");
    }

    /** Both, {@code world} and {@code older}. */
    public static List<ExampleWorld> all() {
        return List.of(world(), older());
    }

    private static ExampleWorld load(String name) {
        return new ExampleWorld(
                name,
                text(name + ".ndjson").lines().toList(),
                JSON.readTree(text(name + ".expected.json")),
                JSON.readTree(text(name + ".dossiers.json")));
    }

    private static String text(String file) {
        try (InputStream zipped = ExampleWorld.class.getResourceAsStream(file + ".gz")) {
            if (zipped == null) {
                throw new IllegalStateException("no resource " + file + ".gz");
            }
            return new String(new GZIPInputStream(zipped).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
