package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.testkit.database.TestDatabase;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A house that is stopped in order while somebody publishes. */
@Timeout(120)
class StoppedHouseTest {

    private static final int LINES = 200;
    private static final int LINE_EVERY_MS = 40;

    @Test
    void a_stream_is_told_how_far_it_came_and_goes_on_from_there() throws Exception {
        var lines = lines();
        try (var database = TestDatabase.fresh()) {
            var house = RunningHouse.on(database);
            house.publish(Lives.reference());
            String token = house.token(Role.PUBLISHER, Set.of("*"), Set.of("*"));
            var begun = new CompletableFuture<Void>();
            var answer = CompletableFuture.supplyAsync(() -> house.stream(slow(lines, begun), token));
            begun.join();
            house.close();

            assertThat(answer.get().status()).isEqualTo(503);
            var problem = answer.get().body();
            assertThat(problem.get("code").asString()).isEqualTo("unavailable");
            int lastLine = problem.get("lastLine").intValue();
            assertThat(lastLine).isPositive().isLessThan(LINES);
            assertThat(problem.get("accepted").intValue()).isEqualTo(lastLine);
            try (var again = RunningHouse.on(database)) {
                assertThat(again.publish(lines.subList(0, lastLine))
                                .get("duplicates")
                                .intValue())
                        .isEqualTo(lastLine);
                assertThat(again.publish(lines.subList(lastLine, LINES))
                                .get("accepted")
                                .intValue())
                        .isEqualTo(LINES - lastLine);
            }
        }
    }

    private static List<String> lines() {
        var lines = new ArrayList<String>();
        for (int dossier = 0; dossier < LINES; dossier++) lines.add(Lives.receipt("stopped." + dossier));
        return lines;
    }

    /** A line every now and then. */
    private static InputStream slow(List<String> lines, CompletableFuture<Void> begun) {
        var left = new ArrayList<>(lines);
        return new InputStream() {
            @Override
            public int read(byte[] into, int offset, int length) {
                if (left.isEmpty()) return -1;
                if (left.size() == LINES - 10) begun.complete(null);
                pause();
                byte[] line = (left.removeFirst() + "\n").getBytes(UTF_8);
                System.arraycopy(line, 0, into, offset, line.length);
                return line.length;
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException("it is read in pieces");
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(LINE_EVERY_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
