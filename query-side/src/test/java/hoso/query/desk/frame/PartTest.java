package hoso.query.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.ask.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables too long for one page. */
class PartTest {

    private static Part<Integer> part(int rows, String asked) {
        List<Integer> all = IntStream.rangeClosed(1, rows).boxed().toList();
        return Part.of(all, Question.of(Map.of(Part.PARAMETER, asked)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', 1, 1, 1, 0",
        "250, '', 1, 1, 1, 250",
        "251, '', 1, 2, 1, 250",
        "251, 2, 2, 2, 251, 251",
        "2000, 8, 8, 8, 1751, 2000",
        "2000, 9, 8, 8, 1751, 2000",
        "2000, 0, 1, 8, 1, 250",
        "2000, -1, 1, 8, 1, 250",
        "2000, 99999, 1, 8, 1, 250",
        "2000, x, 1, 8, 1, 250"
    })
    void is_the_one_that_is_asked_for_as_far_as_there_is_one(
            int rows, String asked, int number, int parts, int first, int last) {
        Part<Integer> part = part(rows, asked);

        assertThat(part.count()).isEqualTo(rows);
        assertThat(List.of(part.number(), part.parts(), part.firstRow(), part.lastRow()))
                .containsExactly(number, parts, first, last);
        assertThat(part.rows())
                .isEqualTo(IntStream.rangeClosed(first, last).boxed().toList());
    }
}
