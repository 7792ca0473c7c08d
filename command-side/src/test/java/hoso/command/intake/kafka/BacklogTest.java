package hoso.command.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.intake.kafka.reading.InboundStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 60,000, which are some batches; {@code -Dhoso.inbound.backlog=1000000} makes it a long round. It prints its rate. */
@Timeout(900)
class BacklogTest {

    private static final int EVENTS = Integer.getInteger("hoso.inbound.backlog", 60_000);

    @Test
    void a_backlog_drains_by_itself_and_has_every_event_once_in_the_order_it_was_sent() throws Exception {
        try (var house = new InboundHouse()) {
            var publisher = InboundHouse.registrar();
            InboundHouse.makeTopic(publisher.inbound(), 1, Map.of());
            int sent = Backlog.send(house, publisher, EVENTS);
            long began = System.nanoTime();
            var inbound = house.begins(publisher);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> inbound.status().getFirst().accepted() >= sent);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("%,d events drained in %.1f s: %,.0f/s%n", sent, seconds, sent / seconds);

            InboundHouse.until(inbound, status -> Long.valueOf(0).equals(status.lag()));
            assertThat(inbound.status().getFirst())
                    .extracting(InboundStatus::duplicates, InboundStatus::rejected)
                    .containsExactly(0L, 0L);
            assertEachOnceInOrder(house, sent);
            house.ends(inbound);
            assertThat(InboundHouse.committed(publisher)).isEqualTo(sent);
        }
    }

    private static void assertEachOnceInOrder(InboundHouse house, int sent) {
        Set<String> keys = new HashSet<>();
        var page = house.judging.store().readAfter(house.judging.store().head() - sent, 10_000);
        while (!page.isEmpty()) {
            for (var stored : page) {
                var event = stored.event();
                assertThat(keys.add(event.subject() + event.key().id())).isTrue();
                int step = event.key().id().charAt(event.key().id().length() - 1) - '0';
                String before = event.subject() + event.key().id().substring(0, 24) + (step - 1);
                assertThat(step == 0 || keys.contains(before))
                        .as("%s comes after the one before it", event.key())
                        .isTrue();
            }
            page = house.judging.store().readAfter(page.getLast().position(), 10_000);
        }
        assertThat(keys).hasSize(sent);
    }
}
