package hoso.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hoso.standalone.StandaloneHouse;
import hoso.testkit.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What keeps a side from starting is one clear line and a non-zero exit, and no stack in the log. */
class BadStartsTest {

    private static final int UNAVAILABLE = 69;
    private static final int USAGE = 64;

    private static TestDatabase database;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private record Outcome(int code, String err, List<ILoggingEvent> faults) {

        void isOneLine(int expected, String said) {
            assertThat(code).as(err).isEqualTo(expected);
            assertThat(err).startsWith("hoso: ").contains(said).hasLineCount(1);
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            command | hoso.store.password=wrong       | password authentication failed for user "hoso_app"
            command | hoso.store.owner-password=wrong | password authentication failed for user "hoso_owner"
            query   | hoso.books.password=wrong       | password authentication failed for user "hoso_app"
            command | hoso.kafka.bootstrap=127.0.0.1:1 | hoso.origin must name this store
            query   | hoso.feed=post                  | hoso.feed is store or kafka, not 'post'
            query   | hoso.feed=kafka                 | hoso.feed=kafka needs hoso.rollup.origins
            query   | hoso.feed=kafka, hoso.rollup.origins=H 20 | hoso.rollup.origins is no code: H 20
            query   | hoso.feed=kafka, hoso.rollup.origins=H20@ | hoso.rollup.origins has no name of a topic:
            query   | hoso.feed=kafka, hoso.rollup.origins=H20  | hoso.kafka.bootstrap is not set
            command | hoso.store.pasword=mistaken    | cannot use hoso.store: The elements [hoso.store.pasword] were left unbound
            query   | hoso.feed=kafka, hoso.rollup.origins=H20, hoso.kafka.topic=h20.events | [hoso.kafka.topic] were left unbound
            query   | server.ssl.certificate=/none.crt, server.ssl.certificate-private-key=/none.key | TLS cannot be used: /none.crt
            query   | server.tomcat.accept-count=many | cannot use server.tomcat.accept-count: For input string: "many"
            """)
    void what_is_set_wrong_is_named(String side, String properties, String said) throws Exception {
        start(side, database.jdbcUrl(), properties.split(", *")).isOneLine(UNAVAILABLE, said);
    }

    @Test
    void so_is_what_is_not_set() throws Exception {
        run("query", "--data", folder.toString(), "--database", database.jdbcUrl(), "--port", "0")
                .isOneLine(UNAVAILABLE, "hoso.books.user, hoso.books.password, hoso.books.owner-user");
        start("command", null).isOneLine(UNAVAILABLE, "is not told where its database is: hoso.store.url");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:port/hoso, is no address of a database",
        "jdbc:mysql://127.0.0.1/hoso, --database wants jdbc:postgresql:"
    })
    void an_address_that_is_none_is_one_line(String url, String said) throws Exception {
        start("query", url).isOneLine(url.startsWith("jdbc:postgresql:") ? UNAVAILABLE : USAGE, said);
    }

    @Test
    void a_database_that_the_server_does_not_have_is_one_line() throws Exception {
        start("query", database.jdbcUrl() + "_not").isOneLine(UNAVAILABLE, "_not\" does not exist");
    }

    @Test
    void a_configuration_that_cannot_be_read_is_one_line() throws Exception {
        Path absent = folder.resolve("absent.properties");
        run("command", "--config", absent.toString()).isOneLine(USAGE, "not '" + absent + "'");
        run("command", "--data", folder.toString(), "--config", folder.toString(), "--port", "0")
                .isOneLine(UNAVAILABLE, "cannot read " + folder);
        Path broken = Files.writeString(folder.resolve("broken.properties"), "hoso.origin=\\u00zz");
        run("command", "--data", folder.toString(), "--config", broken.toString(), "--port", "0")
                .isOneLine(UNAVAILABLE, "cannot read " + broken);
    }

    @Test
    void a_folder_that_is_none_is_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        run("command", "--data", file.toString(), "--database", database.jdbcUrl(), "--port", "0", "--config", logins())
                .isOneLine(UNAVAILABLE, "cannot use the folder " + file + ": it is not a folder");
    }

    @Test
    void a_port_that_is_taken_is_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run("query", "--port", "" + taken.getLocalPort()).isOneLine(UNAVAILABLE, "is taken");
        }
    }

    private Outcome start(String side, String url, String... properties) throws Exception {
        var words = new ArrayList<>(
                List.of(side, "--data", folder.toString(), "--port", "0", "--config", logins(properties)));
        if (url != null) words.addAll(List.of("--database", url));
        return run(words.toArray(String[]::new));
    }

    private String logins(String... more) throws Exception {
        var lines = new ArrayList<String>();
        for (String side : List.of("hoso.store.", "hoso.books.")) {
            lines.add(side + "user=" + database.application().user());
            lines.add(side + "password=" + database.application().password());
            lines.add(side + "owner-user=" + database.owner().user());
            lines.add(side + "owner-password=" + database.owner().password());
        }
        lines.addAll(List.of(more));
        return Files.write(folder.resolve("side.properties"), lines).toString();
    }

    private Outcome run(String... words) throws Exception {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        root.addAppender(logged);
        var err = new ByteArrayOutputStream();
        try {
            int code = new Launcher(
                            new StandaloneHouse(),
                            folder,
                            System.out,
                            new PrintStream(err, true, StandardCharsets.UTF_8))
                    .run(List.of(words));
            return new Outcome(code, err.toString(StandardCharsets.UTF_8), faults(logged));
        } finally {
            root.detachAppender(logged);
        }
    }

    private static List<ILoggingEvent> faults(ListAppender<ILoggingEvent> logged) {
        return logged.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.ERROR) || line.getThrowableProxy() != null)
                .toList();
    }
}
