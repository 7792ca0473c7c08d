package hoso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.process.Folders;
import hoso.process.ServerUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One cluster, started and stopped by each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {

    private Path data;
    private EmbeddedPostgres postgres;

    @BeforeAll
    void make() throws Exception {
        data = TestFolders.make();
    }

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(folder(), Settings.standard());
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @AfterAll
    void clear() throws Exception {
        Folders.delete(data);
    }

    private Path folder() {
        return data.resolve("postgres");
    }

    @Test
    void keeps_its_rows_from_one_start_to_the_next() throws Exception {
        Sql.run(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        postgres.close();
        assertThat(postgres.running()).isFalse();

        postgres = EmbeddedPostgres.start(folder(), Settings.standard());

        assertThat(postgres.running()).isTrue();
        assertThat(Sql.ask(postgres, "SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void commits_are_durable_and_no_setting_of_the_folder_or_of_sql_changes_that() throws Exception {
        postgres.close();
        Files.writeString(folder().resolve("local.conf"), "fsync = off\nsynchronous_commit = off\nwork_mem = 5MB\n");
        postgres = EmbeddedPostgres.start(folder(), Settings.standard().with("full_page_writes", "off"));

        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(Sql.ask(postgres, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(Sql.ask(postgres, "SHOW work_mem")).isEqualTo("5MB");
        assertThatThrownBy(() -> Sql.run(postgres, "ALTER SYSTEM SET fsync = off"))
                .hasMessageContaining("not allowed");
        Files.delete(folder().resolve("local.conf"));
    }

    @Test
    void listens_on_this_machine_alone_and_makes_no_socket_file() throws Exception {
        assertThat(Sql.ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.ask(postgres, "SHOW unix_socket_directories")).isEmpty();
        assertThat(Sql.ask(postgres, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
    }

    @Test
    void keeps_the_password_from_other_users() throws Exception {
        var file = data.resolve("secrets/postgres.password");
        assertThat(Files.readString(file)).isEqualTo(postgres.ownerPassword()).hasSize(48);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void is_started_again_on_the_same_port_when_killed_and_has_every_committed_row() throws Exception {
        postgres.supervise();
        Sql.run(postgres, "CREATE TABLE survivor AS SELECT generate_series(1, 1000) AS n");
        for (int round = 0; round < 2; round++) {
            var killed = postgres.postmaster();
            var port = postgres.port();
            killed.destroyForcibly();
            killed.onExit().get(5, TimeUnit.SECONDS);

            assertThat(Sql.askUntilAnswered(postgres, "SELECT count(*) FROM survivor"))
                    .isEqualTo("1000");
            // the server answers a moment before its supervisor has seen that it does
            awaitRunning();
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(postgres.postmaster().pid()).isNotEqualTo(killed.pid());
        }
    }

    private void awaitRunning() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!postgres.running() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(postgres.running()).isTrue();
    }

    @Test
    void stays_down_when_it_is_closed_while_it_is_being_started_again() throws Exception {
        postgres.supervise();
        postgres.postmaster().destroyForcibly();
        postgres.close();

        assertThat(new ProcessesWithin(folder().toRealPath(), ServerUser.choose(folder().resolve("cluster"))).all())
                .isEmpty();
    }

    @Test
    void a_folder_in_use_is_one_clear_line_for_this_jvm_and_for_another() throws Exception {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder(), Settings.standard()))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageMatching("the folder .*/postgres is in use by another Hoso \\(process \\d+\\)");

        var other = StartedByAnother.on(folder());
        assertThat(StartedByAnother.firstLine(other))
                .isEqualTo("unavailable: the folder " + folder() + " is in use by another Hoso (process "
                        + ProcessHandle.current().pid() + ")");
        assertThat(postgres.running()).isTrue();
    }

    @Test
    void a_stranger_with_the_id_in_postmaster_pid_is_not_harmed() throws Exception {
        postgres.close();
        var user = ServerUser.choose(folder().resolve("cluster"));
        var stranger = new ProcessBuilder(user.line(List.of("sleep", "60"))).start();
        try {
            var file = folder().resolve("cluster/postmaster.pid");
            Files.writeString(
                    file, stranger.pid() + "\n" + folder().resolve("cluster") + "\n1\n1\n\n127.0.0.1\n\nready\n");
            user.own(file);

            postgres = EmbeddedPostgres.start(folder(), Settings.standard());

            assertThat(stranger.isAlive()).isTrue();
            assertThat(Sql.ask(postgres, "SELECT 1")).isEqualTo("1");
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_house_database_is_made_once_and_its_application_may_not_make_tables() throws Exception {
        var house = new HouseDatabase("house", new Credentials("house_owner", "o"), new Credentials("house_app", "a"));
        house.ensure(postgres);
        house.ensure(postgres);

        try (var owner = DriverManager.getConnection(postgres.jdbcUrl("house"), "house_owner", "o")) {
            owner.createStatement().execute("CREATE TABLE event (position bigint)");
        }
        try (var application = DriverManager.getConnection(postgres.jdbcUrl("house"), "house_app", "a")) {
            assertThatThrownBy(() -> application.createStatement().execute("CREATE TABLE mine (n int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> application.createStatement().execute("SELECT * FROM event"))
                    .hasMessageContaining("permission denied");
        }
        house.drop(postgres);
    }

    @Test
    void a_reader_comes_to_the_house_alone_and_may_forget_a_transaction_no_longer_than_is_watched() throws Exception {
        var house = new HouseDatabase("house", new Credentials("house_owner", "o"), new Credentials("house_app", "a"));
        house.ensure(postgres);
        house.ensureReader(postgres, new Credentials("house_reader", "r"));

        try (var reader = DriverManager.getConnection(postgres.jdbcUrl("house"), "house_reader", "r");
                var application = DriverManager.getConnection(postgres.jdbcUrl("house"), "house_app", "a");
                var databases = reader.createStatement()
                        .executeQuery("SELECT string_agg(datname, ' ') FROM pg_database"
                                + " WHERE datallowconn AND has_database_privilege(datname, 'CONNECT')")) {
            databases.next();
            assertThat(databases.getString(1)).isEqualTo("house");
            for (var session : List.of(reader, application)) {
                session.setAutoCommit(false);
                session.createStatement()
                        .execute("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0");
            }
            try (var watch = new ReaderWatch(house, postgres, Duration.ofMillis(200), Duration.ofMillis(20))) {
                assertThatThrownBy(() -> reader.createStatement().execute("SELECT pg_sleep(20)"))
                        .hasMessageContaining("terminating connection due to administrator command");
            }
            application.createStatement().execute("SELECT 1");
        }
        house.drop(postgres);
    }
}
