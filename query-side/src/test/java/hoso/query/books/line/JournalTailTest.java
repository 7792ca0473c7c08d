package hoso.query.books.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.feed.Place;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalTailTest {

    private static final int EVENTS = 2_000;

    private static final BooksDatabase DATABASE = new BooksDatabase();
    private static BookState newest;

    private final JournalTail tail = new JournalTail();

    @BeforeAll
    static void project() {
        var log = new FabricatedLog();
        new WildWorld(71, log, List.of("H1", "H2")).events(EVENTS, 100);
        DATABASE.store(log.rows());
        try (var projector =
                new Projector(DATABASE.dataSource(), DATABASE.dataSource(), new StoredLog(DATABASE.dataSource()))) {
            projector.start();
            assertThat(Reached.position(projector, log.head(), Duration.ofSeconds(20)))
                    .isTrue();
        }
        newest = new BookStates(JdbcClient.create(DATABASE.dataSource())).live();
        assertThat(newest.folded()).as("all of it is tail").isZero();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** A connection that stands still at its first statement hangs whoever waits for it. */
    @Test
    void nobody_waits_for_one_whose_connection_stands_still() throws Exception {
        BookState earlier = at(0, 1_500);
        sum(tail, earlier, 1_500);
        var stands = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> sum(tail, still(stands, goOn), newest, EVENTS));
        stands.await();

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(sum(tail, earlier, 1_500)).isEqualTo(plain(0, 1_500));
            assertThat(sum(tail, newest, EVENTS)).isEqualTo(plain(0, EVENTS));
        });
        goOn.countDown();
        assertThat(slow.join()).isEqualTo(plain(0, EVENTS));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatever_snapshots_are_read_at_once_each_gets_its_own_lines(long seed) {
        var random = new Random(seed);
        var states = IntStream.range(0, 60)
                .mapToObj(any -> {
                    int position = random.nextInt(EVENTS + 1);
                    return at(random.nextInt(position + 1), position);
                })
                .toList();
        states.parallelStream().forEach(state -> {
            long upTo = state.folded() + (state.position() - state.folded()) / 2;
            assertThat(sum(tail, state, upTo)).as("seed %d, %s", seed, state).isEqualTo(plain(state.folded(), upTo));
            assertThat(sum(tail, state, state.position())).isEqualTo(plain(state.folded(), state.position()));
        });
    }

    private static BookState at(long folded, long position) {
        return new BookState(
                newest.slot(),
                true,
                newest.generation(),
                newest.edition(),
                new Place(position, new byte[32]),
                folded,
                newest.codes(),
                newest.segments());
    }

    /** Tells lines and their number apart well enough. */
    private static final class Sum implements LineSink {
        private long sum;

        @Override
        public void line(long key, long micros, long amount) {
            sum += Long.hashCode(key * 31 + micros) * 1_000_003L * amount + 1;
        }
    }

    private static long sum(JournalTail tail, BookState state, long upTo) {
        return sum(tail, connect(), state, upTo);
    }

    private static long sum(JournalTail tail, Connection connection, BookState state, long upTo) {
        try (connection) {
            connection.setAutoCommit(false);
            var sum = new Sum();
            tail.read(connection, state, upTo, sum);
            connection.rollback();
            return sum.sum;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static long plain(long after, long upTo) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            var sum = new Sum();
            Journal.read(connection, newest.slot(), after, upTo, Journal.lines(sum));
            connection.rollback();
            return sum.sum;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static Connection connect() {
        try {
            return DATABASE.connect();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static Connection still(CountDownLatch stands, CountDownLatch goOn) {
        Connection real = connect();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        stands.countDown();
                        goOn.await();
                    }
                    return method.invoke(real, arguments);
                });
    }
}
