package hoso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hoso.process.Folders;
import hoso.process.ServerUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JVM that was killed leaves behind. */
class CrashTest {

    private Path data;

    @BeforeEach
    void make() throws Exception {
        data = TestFolders.make();
    }

    @AfterEach
    void clear() throws Exception {
        Folders.delete(data);
    }

    private Path folder() {
        return data.resolve("postgres");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void after_a_killed_jvm_its_server_is_ended_and_every_committed_row_is_there(boolean serverToo) throws Exception {
        var other = StartedByAnother.on(folder());
        var orphan = Long.parseLong(StartedByAnother.firstLine(other).split(" ")[1]);
        other.destroyForcibly().waitFor();
        assertThat(processes().contains(orphan)).isTrue();
        if (serverToo) {
            ProcessHandle.of(orphan).orElseThrow().destroyForcibly();
        }

        try (var postgres = EmbeddedPostgres.start(folder(), Settings.standard())) {
            assertThat(processes().all()).contains(postgres.postmaster().pid()).doesNotContain(orphan);
            assertThat(Sql.ask(postgres, "SELECT by FROM written")).isEqualTo(String.valueOf(other.pid()));
        }
    }

    /** How far the very first start has come, by what lies in the folder. */
    enum Moment {
        SCRATCH_FOLDER("initdb-*"),
        BOOTSTRAP("initdb-*/cluster/global/pg_control"),
        CLUSTER("cluster/PG_VERSION"),
        SERVER("cluster/postmaster.pid");

        private final String pattern;

        Moment(String pattern) {
            this.pattern = pattern;
        }

        boolean hasCome(Path folder) throws IOException {
            if (!Files.exists(folder)) {
                return false;
            }
            var matcher = folder.getFileSystem().getPathMatcher("glob:" + folder + "/" + pattern);
            try (var paths = Files.find(folder, 4, (path, attributes) -> matcher.matches(path))) {
                return paths.findAny().isPresent();
            } catch (UncheckedIOException e) {
                // something vanished while we looked: look again
                return false;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_jvm_killed_in_the_middle_of_the_very_first_start_leaves_nothing_in_the_way(Moment moment) throws Exception {
        var other = StartedByAnother.on(folder());
        while (!moment.hasCome(folder())) {
            assertThat(other.isAlive()).as("ended before its time").isTrue();
            Thread.sleep(2);
        }
        other.destroyForcibly().waitFor();

        try (var postgres = EmbeddedPostgres.start(folder(), Settings.standard());
                var entries = Files.list(folder())) {
            assertThat(Sql.ask(postgres, "SELECT 1")).isEqualTo("1");
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("initdb-"));
        }
    }

    private ProcessesWithin processes() throws IOException {
        return new ProcessesWithin(
                folder().toRealPath().resolve("cluster"), ServerUser.choose(folder().resolve("cluster")));
    }

    @Test
    void a_cluster_of_another_release_and_a_folder_that_is_none_are_named() throws Exception {
        var cluster = Files.createDirectories(folder().resolve("cluster"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder(), Settings.standard()))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageEndingWith("/cluster is not a PostgreSQL cluster");

        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder(), Settings.standard()))
                .hasMessageEndingWith("/cluster was made by PostgreSQL 17, and this Hoso drives PostgreSQL 18");
    }

    @Test
    void a_file_where_the_folder_should_be_is_named() throws Exception {
        Files.writeString(folder(), "");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder(), Settings.standard()))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessage("cannot use the folder " + folder() + ": it is not a folder");
    }

    @Test
    void a_folder_that_the_servers_user_cannot_search_is_named() throws Exception {
        assumeTrue(ServerUser.choose(folder()).switched(), "only root switches");
        Folders.permit(data, "rwx------");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder(), Settings.standard()))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("may not enter " + data + " on its way to " + folder());
    }
}
