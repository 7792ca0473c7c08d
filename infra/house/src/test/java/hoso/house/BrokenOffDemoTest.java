package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Role;
import hoso.query.board.BoardClock;
import hoso.standalone.demo.DemoLine;
import hoso.standalone.load.AtOnce;
import hoso.standalone.load.DemoLoader;
import hoso.standalone.load.DemoPlace;
import hoso.standalone.load.LoadProgress;
import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that is broken off before it could remember how far it came sends again what was taken. */
class BrokenOffDemoTest {

    @TempDir
    Path folder;

    private TestDatabase database;
    private RunningHouse house;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void what_it_had_taken_and_voided_since_does_not_keep_it_from_going_on() throws Exception {
        var lines = new ArrayList<>(Lives.reference());
        lines.addAll(Lives.dossier("demo.1"));
        lines.add("""
                {"specversion":"1.0","id":"v","source":"urn:test:house","type":"hoso.dossier.voided.v1",\
                "subject":"demo.1","time":"2025-06-01T08:00:00Z","data":{"corrects":{"source":"urn:test:house",\
                "id":"demo.1-1"},"reason":"nhập nhầm","authority":"Văn phòng"}}""");
        long head = load(lines);
        lines.addAll(Lives.dossier("demo.2"));

        Files.delete(folder.resolve("demo-loaded"));
        assertThat(load(lines)).isEqualTo(head + Lives.dossier("demo.2").size());
        assertThat(folder.resolve("demo-loaded")).hasContent(lines.size() + "\n");
    }

    @Test
    void any_other_refusal_ends_it() {
        assertThatThrownBy(() -> load(List.of(Lives.receipt("demo.3"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unknown-");
        assertThat(folder.resolve("demo-loaded")).doesNotExist();
    }

    private long load(List<String> lines) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var place = new DemoPlace(folder);
            var loader = new DemoLoader(
                    http,
                    house.uri("/"),
                    house.token(Role.REGISTRAR, Set.of("*"), Set.of("*")),
                    new BoardClock(Instant::now),
                    place,
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            var pace = new AtOnce(Instant.MAX);
            var progress = new LoadProgress(pace, lines.size(), place.done(), System.nanoTime());
            long position = loader.load(
                    lines.stream()
                            .map(line -> new DemoLine(Instant.EPOCH, line.getBytes(StandardCharsets.UTF_8)))
                            .iterator(),
                    pace,
                    progress,
                    place.done());
            assertThat(progress.complete()).isTrue();
            return position;
        }
    }
}
