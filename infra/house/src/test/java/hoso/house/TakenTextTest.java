package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.standalone.verify.Check;
import hoso.standalone.verify.Outcome.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A free text that a superuser takes away, of an event that nobody touches. */
class TakenTextTest {

    @TempDir
    private static Path data;

    private static SignedStore store;

    @BeforeAll
    static void sign() throws Exception {
        store = new SignedStore(data);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @AfterEach
    void restore() throws Exception {
        store.restore();
    }

    private static long position() throws Exception {
        return store.textPositions().get(1);
    }

    private static void assertFound(long position, String what) throws Exception {
        var findings = store.verify();
        assertThat(findings.first(Check.TEXTS)).hasValueSatisfying(found -> {
            assertThat(found.position()).isEqualTo(position);
            assertThat(found.what()).contains(what);
        });
        assertThat(findings.first(Check.LEAVES).map(Finding::position)).isEmpty();
    }

    @Test
    void is_missed_where_its_row_was_deleted() throws Exception {
        store.execute("DELETE FROM store.free_text WHERE position = " + position());
        assertFound(position(), "there is no text of 'reason'");
    }

    @Test
    void is_missed_where_it_was_emptied_and_nobody_has_ordered_that() throws Exception {
        store.execute("UPDATE store.free_text SET salt = NULL, text = NULL WHERE position = " + position());
        assertFound(position(), "no order has erased it");
    }

    @Test
    void and_one_that_no_event_has_is_found() throws Exception {
        long before = position() - 1;
        store.execute("INSERT INTO store.free_text (position, path, salt, text) VALUES (" + before
                + ", 'reason', '\\x00', 'khác')");
        assertFound(before, "no event has the hash");
    }
}
