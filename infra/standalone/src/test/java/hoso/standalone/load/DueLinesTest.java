package hoso.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.standalone.demo.DemoLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueLinesTest {

    private static final Instant EIGHT = Instant.parse("2024-02-21T01:00:00Z");

    @Test
    void what_is_published_by_a_moment_is_due_at_it() {
        var lines = lines(line(0, "a"), line(1, "b"), line(1, "c"), line(3, "d"));

        assertThat(taken(lines, 1)).isEqualTo("a\nb\nc\n");
        assertThat(taken(lines, 2)).isEmpty();
        assertThat(lines.next()).isEqualTo(EIGHT.plusSeconds(3));
        assertThat(taken(lines, 4)).isEqualTo("d\n");
        assertThat(lines.hasNext()).isFalse();
    }

    @Test
    void more_than_one_request_carries_is_taken_in_several() {
        int bound = DueLines.LINES_A_PIECE;
        var lines = lines(IntStream.rangeClosed(0, bound)
                .mapToObj(number -> line(0, "" + number))
                .toArray(DemoLine[]::new));

        DueLines.Piece piece = lines.take(EIGHT);
        assertThat(piece.lines()).isEqualTo(bound);
        assertThat(piece.isFull()).isTrue();
        assertThat(taken(lines, 0)).isEqualTo(bound + "\n");
    }

    private static DueLines lines(DemoLine... lines) {
        return new DueLines(Stream.of(lines).iterator());
    }

    private static DemoLine line(int second, String text) {
        return new DemoLine(EIGHT.plusSeconds(second), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String taken(DueLines lines, int second) {
        DueLines.Piece piece = lines.take(EIGHT.plusSeconds(second));
        var text = new String(piece.ndjson(), StandardCharsets.UTF_8);
        assertThat(piece.lines()).isEqualTo((int) text.lines().count());
        assertThat(piece.isEmpty()).isEqualTo(text.isEmpty());
        return text;
    }
}
