package hoso.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.JudgingHouse;
import hoso.edge.ProblemCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines of a batch or stream, in chunks of two, on a real store. */
@Timeout(60)
class BulkIntakeTest {

    private static final int CHUNK = 2;

    private final JudgingHouse house = new JudgingHouse();
    private final BulkAnswer answer = new BulkAnswer(new IntakeMeter(new SimpleMeterRegistry()), "office");
    private long lines;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void reference_lines_are_judged_once_each_however_many_chunks_they_make() {
        judge(commune("H20.1"), commune("H20.2"), commune("H20.3"), commune("H20.4"), commune("H20.5"));
        assertThat(house.decisions()).isEqualTo(3);
        assertThat(answer.asMap()).containsEntry("accepted", 5L).containsEntry("lastLine", 5L);
    }

    @Test
    void a_line_is_decided_with_all_reference_lines_before_it_and_none_after() {
        judge(in("A1", "H20.1"), commune("H20.1"), in("A2", "H20.1"), in("A3", "H20.2"), commune("H20.2"));
        assertThat(answer.asMap())
                .containsEntry("accepted", 3L)
                .containsEntry("rejected", 2L)
                .containsEntry("lastLine", 5L);
        assertThat(answer.asMap().get("rejections"))
                .asList()
                .extracting(rejection -> ((BulkAnswer.Rejection) rejection).line())
                .containsExactly(1L, 4L);
    }

    @Test
    void what_the_door_refused_is_counted_in_its_place() {
        judge(in("A1", "H20"), refused(), in("A2", "H20"), refused(), refused());
        assertThat(answer.asMap())
                .containsEntry("accepted", 2L)
                .containsEntry("rejected", 3L)
                .containsEntry("lastLine", 5L);
    }

    private void judge(Offer... offers) {
        try (var bulk = new BulkIntake(house.judging(), answer, CHUNK)) {
            bulk.judge(List.of(offers));
            bulk.settle();
        }
    }

    private Offer commune(String code) {
        return admitted(JudgingHouse.commune(code));
    }

    private Offer in(String dossier, String unit) {
        return admitted(JudgingHouse.received(dossier, unit));
    }

    private Offer admitted(Judging.Item item) {
        return new Offer.Admitted(
                ++lines, "id", item.submission().publication().stream().kind(), item);
    }

    private Offer refused() {
        return new Offer.Refused(++lines, "id", ProblemCode.TOO_LARGE, "too large");
    }
}
