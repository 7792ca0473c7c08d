package hoso.query.report.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page ended, as clients hand it back: to them it is opaque, and they may hand back anything. */
class PageEndTest {

    private static final PageEnd END = new PageEnd(
            "1a2b3c",
            7,
            Instant.parse("2024-03-20T17:00:00Z"),
            LocalDate.of(2024, 3, 20),
            new SortKey(Instant.EPOCH, "H20.12-240221-0001"));

    @Test
    void it_is_read_as_it_was_written() {
        assertThat(PageEnd.read(END.text())).isEqualTo(END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "H20\u0000", "a b", "ố", "a|b"})
    void it_names_a_dossier_that_there_could_be(String id) {
        String plain = new String(Base64.getUrlDecoder().decode(END.text()), StandardCharsets.UTF_8);
        assertRefused(plain.replace("H20.12-240221-0001", id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a|b",
                "1a2b3c|-1|2024-03-20T17:00:00Z|2024-03-20|1970-01-01T00:00:00Z|D",
                "1a2b3c|x|2024-03-20T17:00:00Z|2024-03-20|1970-01-01T00:00:00Z|D",
                "1a2b3c|7|2024-03-20|2024-03-20|1970-01-01T00:00:00Z|D",
                "1a2b3c|7|2024-03-20T17:00:00Z|x|1970-01-01T00:00:00Z|D"
            })
    void anything_else_is_malformed(String plain) {
        assertRefused(plain);
    }

    private static void assertRefused(String plain) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PageEnd.read(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED));
    }
}
