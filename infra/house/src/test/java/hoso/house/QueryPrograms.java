package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two query programs on one database: one writes the books, both answer. */
final class QueryPrograms implements AutoCloseable {

    /** The database finds out within 15 s that a projector is frozen; a start takes some seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String WRITES = "this program writes the books";

    private final SideProgram program;
    private final Path folder;
    private final List<HouseProcess> processes = new ArrayList<>();

    /** The first one writes the books. */
    QueryPrograms(SideProgram program, Path folder) throws Exception {
        this.program = program;
        this.folder = folder;
        processes.add(program.launched(folder).started());
        awaitWrites(processes.getFirst());
        processes.add(program.launched(folder).started());
    }

    HouseProcess one() {
        return processes.get(0);
    }

    HouseProcess other() {
        return processes.get(1);
    }

    HouseClient client(HouseProcess process) throws Exception {
        return HouseClient.of(process, folder);
    }

    static void awaitWrites(HouseProcess process) {
        await().atMost(PATIENCE).until(() -> process.log().contains(WRITES));
    }

    /** Without which to strike the other would be to strike one that writes nothing. */
    static void assertStandsBy(HouseProcess process) {
        assertThat(process.log()).doesNotContain(WRITES);
    }

    /** In the place of one that was killed. */
    void startAgain(HouseProcess killed) throws Exception {
        processes.set(processes.indexOf(killed), program.launched(folder).started());
    }

    /** Both have taken in all that there is up to a head, as either counts it. */
    void awaitProjected(String path, long head) throws Exception {
        for (var process : processes) {
            var client = client(process);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                var status = client.get("api/v1/status");
                return status.body().at(path).longValue() == head
                        && status.number("projected") == status.number("head");
            });
        }
    }

    /** Whoever writes the books makes them anew and goes live with them, which it does only where they say the same. */
    void assertRebuildFindsTheSame() throws Exception {
        for (var process : processes) {
            var client = client(process);
            if (client.order("actuator/rebuild").status() != 200) continue;
            await().atMost(PATIENCE).until(() -> !client.get("actuator/rebuild").flag("running"));
            assertThat(client.get("actuator/rebuild").text("outcome")).isEqualTo("the new books are live");
            return;
        }
        throw new AssertionError("no program writes the books");
    }

    void assertWithoutFault() {
        processes.forEach(HouseProcess::assertWithoutFault);
    }

    @Override
    public void close() {
        processes.forEach(HouseProcess::terminate);
        processes.forEach(HouseProcess::close);
    }
}
