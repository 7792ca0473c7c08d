package hoso.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LauncherTest {

    private SearchableFolder folder;
    private Path data;

    @BeforeEach
    void place() throws IOException {
        folder = SearchableFolder.make();
        data = folder.path().resolve("data");
    }

    @AfterEach
    void clear() throws IOException {
        folder.close();
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome run(House house, String... words) throws Exception {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = new Launcher(house, data, printer(out), printer(err)).run(List.of(words));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static Options.Serve anywhere(Path data) {
        return new Options.Serve(
                data,
                new Options.Http(InetAddress.getLoopbackAddress(), 0),
                new Options.Demo.None(),
                new Options.Kafka.None(),
                OptionalInt.empty());
    }

    @Test
    void a_token_stands_alone_on_its_line_and_needs_no_database() throws Exception {
        assertThat(run(new DiaryHouse(), "token", "--role", "reader"))
                .isEqualTo(new Outcome(0, "token of a reader\n", ""));
        assertThat(data).doesNotExist();
    }

    @Test
    void the_house_finds_its_database_again_and_is_closed_before_it() throws Exception {
        var house = new DiaryHouse();
        for (int i = 0; i < 2; i++) {
            try (var launched = new LaunchedHouse()) {
                launched.open(anywhere(data), house);
            }
        }
        assertThat(house.diary)
                .containsExactly(
                        "opened",
                        "opened closed",
                        "closed while PostgreSQL runs: true",
                        "opened closed opened",
                        "opened closed opened closed",
                        "closed while PostgreSQL runs: true");
        for (var name : List.of("postgres", "hoso_owner", "hoso_app")) {
            var secret = data.resolve("secrets").resolve(name + ".password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void who_asks_by_sql_finds_a_login_that_only_reads_and_the_same_port_at_every_start() throws Exception {
        var env = data.resolve("secrets").resolve("boards.env");
        List<String> first = List.of();
        for (int i = 0; i < 2; i++) {
            try (var launched = new LaunchedHouse()) {
                launched.open(anywhere(data), new DiaryHouse());
                var lines = Files.readAllLines(env);
                if (i == 1) assertThat(lines).isEqualTo(first);
                first = lines;
                assertThat(lines)
                        .extracting(line -> line.split("=")[0])
                        .containsExactly("HOSO_SQL", "HOSO_SQL_USER", "HOSO_SQL_PASSWORD");
                var values = lines.stream().map(line -> line.split("=")[1]).toList();
                try (var connection = DriverManager.getConnection(
                                "jdbc:postgresql://" + values.get(0) + "/hoso", values.get(1), values.get(2));
                        var statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute("CREATE TEMPORARY TABLE mine (one integer)"))
                            .hasMessageContaining("read-only");
                    assertThat(Thread.getAllStackTraces().keySet())
                            .extracting(Thread::getName)
                            .contains("watch over readers");
                }
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_taken_sql_port_is_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = taken.getLocalPort();
            assertThat(run(new DiaryHouse(), "--port", "0", "--sql-port", "" + port))
                    .isEqualTo(
                            new Outcome(69, "", "hoso: port " + port + ", which PostgreSQL was to have, is taken\n"));
        }
    }

    @Test
    void a_taken_port_is_one_line_before_anything_is_made() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertThat(run(new DiaryHouse(), "--port", "" + port))
                    .isEqualTo(new Outcome(
                            69, "", "hoso: port " + port + " on 127.0.0.1 is taken: choose another with --port\n"));
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_port_taken_while_the_house_opened_is_the_same_line_and_leaves_nothing_running() throws Exception {
        House late = new LateHouse();
        var outcome = run(late, "--port", "0");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err())
                .endsWith("is taken: choose another with --port\n")
                .hasLineCount(1);

        EmbeddedPostgres.start(data.resolve("postgres"), Settings.standard()).close();
    }

    private record LateHouse() implements ServingHouse {

        @Override
        public AutoCloseable open(Prepared prepared) throws Exception {
            throw new IllegalStateException(
                    "the web server did not start", new BindException("Address already in use"));
        }

        @Override
        public String token(Options.Token order) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void an_address_of_another_machine_is_one_line() throws Exception {
        // TEST-NET-1 of RFC 5737: no machine has it
        assertThat(run(new DiaryHouse(), "--bind", "192.0.2.1", "--port", "0").err())
                .isEqualTo("hoso: 192.0.2.1 is not an address of this machine: choose another --bind\n");
    }

    @Test
    void a_folder_in_use_is_one_line() throws Exception {
        try (var launched = new LaunchedHouse()) {
            launched.open(anywhere(data), new DiaryHouse());
            var outcome = run(new DiaryHouse(), "--port", "0");
            assertThat(outcome.code()).isEqualTo(69);
            assertThat(outcome.err())
                    .isEqualTo("hoso: the folder " + data + " is in use by another Hoso (process "
                            + ProcessHandle.current().pid() + ")\n");
        }
    }

    @Test
    void a_file_where_the_folder_should_be_is_one_line() throws Exception {
        Files.writeString(data, "");
        assertThat(run(new DiaryHouse(), "--port", "0").err())
                .isEqualTo("hoso: cannot use the folder " + data + ": it is not a folder\n");
    }
}
