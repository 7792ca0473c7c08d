package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.database.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code infra/run query} twice beside the store that {@code infra/run command} writes. */
class QueryProgramsTest {

    private static final String REPORT =
            "api/v1/report?unit=" + Lives.ROOT + "&from=" + Lives.FROM + "&to=" + Lives.TO + "&by=unit&minPosition=";
    private static final int LINES = 200;

    private static TestDatabase database;
    private static HouseFolder folder;
    private static HouseProcess commands;
    private static QueryPrograms queries;
    private static HouseClient publisher;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.fresh();
        folder = HouseFolder.make();
        commands = SideProgram.command(database, database.jdbcUrl())
                .launched(folder.path())
                .started();
        publisher = HouseClient.of(commands, folder.path());
        queries = new QueryPrograms(SideProgram.query(database).with(Map.of("hoso.feed", "store")), folder.path());
        assertThat(publisher.stream(Lives.reference()).status()).isEqualTo(200);
    }

    @AfterAll
    static void close() throws Exception {
        if (queries != null) queries.close();
        commands.close();
        folder.close();
        database.close();
    }

    @Test
    void the_books_go_on_with_the_other_when_the_one_that_writes_them_is_killed_without_a_gap_or_a_repeat()
            throws Exception {
        var killed = queries.one();
        try (var writers = new Writers(publisher, "query", 1, broken -> false)) {
            writers.awaitAcknowledged(LINES);
            QueryPrograms.assertStandsBy(queries.other());
            killed.kill();
            QueryPrograms.awaitWrites(queries.other());
            queries.startAgain(killed);
            writers.awaitAcknowledged(writers.acknowledged().size() + LINES);
            writers.stop();
            assertThat(writers.unexpected()).isEmpty();
            assertThat(writers.refused()).isEmpty();
        }
        long head = publisher.get("api/v1/status").number("head");
        queries.awaitProjected("/projected", head);
        var report = queries.client(queries.one()).get(REPORT + head).body();
        assertThat(report.at("/total/received/total").longValue()).isPositive();
        assertThat(queries.client(queries.other()).get(REPORT + head).body()).isEqualTo(report);
        var document = queries.client(queries.one()).get("v3/api-docs");
        assertThat(document.within("info").text("title")).isEqualTo("Hoso");
        assertThat(document.within("paths").body().has("/api/v1/report")).isTrue();
        queries.assertRebuildFindsTheSame();
        queries.assertWithoutFault();
        commands.assertWithoutFault();
    }
}
