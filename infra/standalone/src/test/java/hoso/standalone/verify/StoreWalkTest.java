package hoso.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.proof.Incarnations;
import hoso.proof.Incarnations.Gap;
import hoso.proof.Incarnations.Incarnation;
import hoso.standalone.verify.Outcome.Finding;
import hoso.testkit.database.TestDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a store with events at positions 1 and 21, where ten in a row may be missing. */
class StoreWalkTest {

    private static final long MISSING_MAX = 10;

    private TestDatabase database;

    @BeforeEach
    void store() throws Exception {
        database = TestDatabase.fresh();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA store");
            statement.execute("CREATE TABLE store.event (position bigint PRIMARY KEY, recorded_at timestamptz,"
                    + " sequence integer, stream text, leaf bytea, rest bytea)");
            statement.execute(
                    "INSERT INTO store.event VALUES (1, now(), 0, 'd/a', '', ''), (21, now(), 1, 'd/a', '', '')");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Optional<Finding> missing(Optional<Gap> declared) throws Exception {
        var incarnations =
                new Incarnations(List.of(new Incarnation(1, Optional.empty()), new Incarnation(2, declared)));
        var findings = new Findings();
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            new StoreWalk(incarnations, List.of(), null, MISSING_MAX, findings, new Progress(nowhere, false))
                    .walk(connection);
        }
        return findings.first(Check.POSITIONS);
    }

    @Test
    void positions_that_are_declared_as_lost_are_not_missing_however_many_they_are() throws Exception {
        assertThat(missing(Optional.of(new Gap(2, 20)))).isEmpty();
    }

    @Test
    void those_that_nobody_has_declared_are() throws Exception {
        assertThat(missing(Optional.of(new Gap(2, 15)))).hasValue(new Finding(16, "there is no event"));
        assertThat(missing(Optional.empty()))
                .hasValueSatisfying(found -> assertThat(found.what()).contains("nor at the millions of positions"));
    }
}
