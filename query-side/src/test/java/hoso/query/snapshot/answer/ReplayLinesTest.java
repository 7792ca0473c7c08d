package hoso.query.snapshot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.Stream;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.snapshot.WildHouse;
import hoso.query.snapshot.replay.Replays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

class ReplayLinesTest {

    private static final WildHouse HOUSE = new WildHouse(61).happen(4_000);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void a_log_that_goes_away_after_lines_of_progress_is_told_in_the_last_line() throws Exception {
        var answer = new ByteArrayOutputStream();
        ask(HOUSE.replays(log -> new Failing(log, 1_500, 3_500)), answer);

        List<String> lines = answer.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.getFirst()).startsWith("{\"progress\":{\"done\":");
        assertThat(JsonMapper.shared()
                        .readTree(lines.getLast())
                        .at("/problem/code")
                        .asString())
                .isEqualTo("unavailable");
    }

    @Test
    void a_log_that_is_away_from_the_beginning_is_answered_as_ever() {
        var answer = new ByteArrayOutputStream();
        assertThatThrownBy(() -> ask(HOUSE.replays(log -> new Failing(log, Integer.MAX_VALUE, 10)), answer))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(answer.size()).isZero();
    }

    @Test
    void who_has_gone_ends_it_and_leaves_the_turn_to_others() throws Exception {
        Replays replays = HOUSE.replays(log -> new Failing(log, 1_500, Integer.MAX_VALUE));
        assertThatThrownBy(() -> ask(replays, new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .isInstanceOf(IOException.class);
        var answer = new ByteArrayOutputStream();
        ask(replays, answer);
        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("\"matches\":true");
    }

    @Test
    void only_one_runs_at_a_time_and_who_is_refused_is_told_when_to_come_again() throws Exception {
        Replays replays = HOUSE.replays(log -> log);
        String id = id();
        assertThatThrownBy(() -> replays.replay(
                        HOUSE.desk.open(id, WildHouse.ANYBODY),
                        progress -> replays.replay(HOUSE.desk.open(id, WildHouse.ANYBODY), inner -> {})))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE);
                    assertThat(problem.retryAfter()).isPresent();
                });
        var answer = new ByteArrayOutputStream();
        ask(replays, answer);
        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("\"matches\":true");
    }

    private static String id() {
        return HOUSE.freeze("\"from\":\"2024-03-01\",\"to\":\"2024-03-31\"").id();
    }

    private static void ask(Replays replays, OutputStream answer) throws Exception {
        var snapshot = HOUSE.desk.open(id(), WildHouse.ANYBODY);
        new ReplayLines(JsonMapper.shared(), () -> answer).tell(progress -> replays.replay(snapshot, progress));
    }

    /** Reads a log, waits for longer than there is between two lines, and cannot read on. */
    private record Failing(EventLog log, int waitsAt, int failsAt) implements EventLog {

        @Override
        public void byStream(long position, Consumer<LoggedEvent> each) {
            int[] read = {0};
            log.byStream(position, event -> {
                read[0]++;
                if (read[0] == waitsAt) sleep();
                if (read[0] == failsAt)
                    throw new DataAccessResourceFailureException("gone", new SQLTransientConnectionException());
                each.accept(event);
            });
        }

        private static void sleep() {
            try {
                Thread.sleep(1_100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public List<LoggedEvent> after(long position, int limit) {
            return log.after(position, limit);
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public Optional<Instant> recordedAt(long position) {
            return log.recordedAt(position);
        }

        @Override
        public long lastRecordedBy(Instant instant) {
            return log.lastRecordedBy(instant);
        }

        @Override
        public Map<String, List<LoggedEvent>> streams(Collection<Stream> streams, long position) {
            return log.streams(streams, position);
        }

        @Override
        public Set<String> known(Collection<Stream> streams, long position) {
            return log.known(streams, position);
        }

        @Override
        public List<LoggedEvent> reference(int without, long position) {
            return log.reference(without, position);
        }

        @Override
        public Map<Long, Map<String, String>> texts(Stream stream) {
            return log.texts(stream);
        }
    }
}
