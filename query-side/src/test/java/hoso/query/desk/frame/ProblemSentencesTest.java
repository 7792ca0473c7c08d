package hoso.query.desk.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sentences stand for is written elsewhere: whoever writes one otherwise there is told here. */
class ProblemSentencesTest {

    private static final Path REPOSITORY = Path.of("..");

    /** Those that Spring writes; a running desk shows that it does. */
    private static final String OF_SPRING = "No endpoint Method ' is not supported.";

    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

    private static String sources;

    @BeforeAll
    static void read() throws IOException {
        var all = new StringBuilder(OF_SPRING);
        for (String module : List.of("shared-events", "command-side", "query-side", "infra/edge"))
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("ProblemSentences.java"))
                        .forEach(file -> all.append(text(file)));
            }
        sources = JOINED.matcher(all).replaceAll("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The ways to say each of them, without what differs from one time to the next. */
    static Stream<List<String>> sentences() {
        return ProblemSentences.all().stream()
                .flatMap(sentence -> Arrays.stream(sentence.english().pattern().split("(?<=[^(])\\|(?![^(]*\\))")))
                .map(way -> Arrays.stream(way.split("\\((?:\\?<\\w+>|\\?:)?[^()]*\\)\\??|\\\\S\\+|\\.[+*]"))
                        .map(words -> words.replace("\\", "").replaceFirst("^[: ]+", ""))
                        .filter(words -> words.length() > 4)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void every_one_is_said_somewhere(List<String> words) {
        assertThat(words).isNotEmpty().allMatch(sources::contains);
    }
}
