package hoso.command.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static final int LINE_MAX = 8;

    @Test
    void lines_end_in_lf_or_crlf_and_the_last_may_lack_its_end() throws IOException {
        assertThat(texts("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
        assertThat(texts("a\n")).containsExactly("a");
        assertThat(texts("")).isEmpty();
    }

    @Test
    void a_line_of_the_greatest_length_is_whole_and_a_longer_one_is_read_over() throws IOException {
        assertThat(texts("12345678\n")).containsExactly("12345678");
        assertThat(texts("12345678\r\n")).containsExactly("12345678");
        assertThat(lines("123456789\nb\n" + "x".repeat(200_000) + "\nc"))
                .extracting(LineReader.Line::number, line -> line.bytes() == null)
                .containsExactly(tuple(1L, true), tuple(2L, false), tuple(3L, true), tuple(4L, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \n", "\t \r\n"})
    void white_space_alone_is_a_blank_line(String text) throws IOException {
        assertThat(lines(text)).singleElement().matches(LineReader.Line::isBlank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0000 ", "\u0001", "\u001f", "\u007f", "x", "\u00a0"})
    void anything_else_is_something_to_be_judged(String text) throws IOException {
        assertThat(lines(text)).singleElement().matches(line -> !line.isBlank());
    }

    private static List<String> texts(String text) throws IOException {
        return lines(text).stream()
                .map(line -> new String(Objects.requireNonNull(line.bytes()), UTF_8))
                .toList();
    }

    private static List<LineReader.Line> lines(String text) throws IOException {
        var reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), LINE_MAX);
        List<LineReader.Line> lines = new ArrayList<>();
        for (var line = reader.next(); line != null; line = reader.next()) lines.add(line);
        return lines;
    }
}
