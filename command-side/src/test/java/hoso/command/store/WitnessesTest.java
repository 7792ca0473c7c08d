package hoso.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.store.Witness.Sight;
import hoso.testkit.database.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessesTest {

    private TestDatabase database;
    private Witnesses witnesses;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        witnesses = new Witnesses(StoredSamples.settings(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void they_are_asked_by_one_at_a_time_and_again_when_that_one_is_answered() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CompletableFuture<Sight>();
        witnesses.add(store -> {
            asked.countDown();
            return answer.join();
        });
        var first = CompletableFuture.supplyAsync(witnesses::look);
        asked.await();
        assertThatThrownBy(witnesses::look)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("still being compared");
        answer.complete(Sight.of(7));
        assertThat(first.get()).isEqualTo(List.of(Sight.of(7)));
        assertThat(witnesses.look()).isEqualTo(List.of(Sight.of(7)));
    }
}
