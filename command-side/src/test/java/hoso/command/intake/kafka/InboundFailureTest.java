package hoso.command.intake.kafka;

import static hoso.command.intake.kafka.InboundHouse.header;
import static hoso.command.intake.kafka.InboundHouse.notified;
import static hoso.command.intake.kafka.InboundHouse.received;
import static hoso.command.intake.kafka.InboundHouse.registrar;
import static hoso.command.intake.kafka.InboundHouse.rejected;
import static hoso.command.intake.kafka.InboundHouse.until;
import static hoso.command.intake.kafka.InboundHouse.untilDone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.intake.kafka.publisher.Publisher;
import hoso.command.intake.kafka.reading.InboundStatus;
import hoso.command.intake.kafka.reading.Standing;
import hoso.event.StoredEvent;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong while publishers' messages are read: every event is stored once all the same. */
@Timeout(180)
class InboundFailureTest {

    private static final int DOSSIERS = 20;

    private final InboundHouse house = new InboundHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_broker_killed_under_load_comes_back_and_every_event_is_stored_once() {
        var publisher = registrar();
        var inbound = house.reads(publisher);
        send(publisher, 0, 100);
        until(inbound, status -> status.accepted() > 500);
        TestBroker.kafka().process().destroyForcibly();
        send(publisher, 100, 200);
        house.flush();
        untilDone(inbound, 200 * DOSSIERS);
        assertEachOnce(publisher, 200);
    }

    @Test
    void reading_stops_while_the_database_is_away_and_goes_on_by_itself() throws Exception {
        var publisher = registrar();
        var inbound = house.reads(publisher);
        send(publisher, 0, 100);
        until(inbound, status -> status.accepted() > 500);
        house.judging.away();
        until(inbound, status -> status.state() == Standing.State.STAND_BY);
        assertThat(members(publisher)).as("a stand-by is in no group").isZero();
        long before = done(inbound);
        send(publisher, 100, 200);
        house.flush();
        Thread.sleep(1_000);
        assertThat(done(inbound)).isEqualTo(before);

        house.judging.back();
        until(inbound, status -> status.state() == Standing.State.READING);
        untilStored(publisher, 200);
        assertEachOnce(publisher, 200);
        assertThat(inbound.status().getFirst().rejected()).isZero();
    }

    @Test
    void a_database_killed_under_load_comes_back_and_every_event_is_stored_once() {
        TestDatabase.server().supervise();
        var publisher = registrar();
        var inbound = house.reads(publisher);
        send(publisher, 0, 200);
        until(inbound, status -> status.accepted() > 500);
        TestDatabase.server().postmaster().destroyForcibly();
        untilStored(publisher, 200);
        assertEachOnce(publisher, 200);
    }

    @Test
    void what_is_delivered_again_after_a_crash_before_the_commit_is_a_duplicate() throws Exception {
        var publisher = registrar();
        var inbound = house.reads(publisher);
        send(publisher, 0, 10);
        house.send(publisher, "D0-1", "{");
        house.send(publisher, "D0-1", notified("D0-1", 1_000));
        untilDone(inbound, 10 * DOSSIERS + 2);
        house.ends(inbound);
        assertThat(InboundHouse.committed(publisher)).isEqualTo(10 * DOSSIERS + 2);
        asNeverCommitted(publisher);

        var again = house.reads(publisher);
        untilDone(again, 10 * DOSSIERS + 2);
        assertThat(again.status().getFirst())
                .extracting(InboundStatus::accepted, InboundStatus::duplicates, InboundStatus::rejected)
                .containsExactly(0L, 10L * DOSSIERS + 1, 1L);
        assertThat(rejected(publisher, 2))
                .extracting(found -> header(found, "hoso-offset"))
                .containsExactly("" + 10 * DOSSIERS, "" + 10 * DOSSIERS);
    }

    @Test
    void a_refused_message_that_cannot_be_handed_back_is_read_again_until_it_is() throws Exception {
        var publisher = registrar();
        var inbound = house.reads(publisher);
        try (var admin = Admin.create(InboundHouse.client())) {
            admin.deleteTopics(List.of(publisher.rejected())).all().get();
        }
        house.send(publisher, "D0-0", received("D0-0"));
        house.send(publisher, "D0-0", "{");
        house.send(publisher, "D0-0", notified("D0-0", 1));
        assertThat(rejected(publisher, 1))
                .extracting(found -> header(found, "hoso-offset"))
                .contains("1");
        until(inbound, status -> status.accepted() == 2);
        until(inbound, status -> Long.valueOf(0).equals(status.lag()));
        house.ends(inbound);
        assertThat(InboundHouse.committed(publisher)).isEqualTo(3);
        assertThat(house.stored(publisher)).hasSize(2);
    }

    @Test
    void partitions_move_between_readers_under_load_and_each_dossier_keeps_its_order() throws Exception {
        var publisher = registrar();
        InboundHouse.makeTopic(publisher.inbound(), 4, Map.of());
        var first = house.reads(publisher);
        send(publisher, 0, 100);
        until(first, status -> status.accepted() > 200);
        var second = house.reads(publisher);
        send(publisher, 100, 200);
        until(second, status -> status.accepted() > 100);
        house.ends(second);
        send(publisher, 200, 300);
        house.flush();
        untilStored(publisher, 300);
        assertEachOnce(publisher, 300);
        assertThat(first.status().getFirst().rejected()).isZero();
    }

    @Test
    void the_backlog_of_one_publisher_keeps_no_other_waiting() throws Exception {
        var busy = registrar();
        InboundHouse.makeTopic(busy.inbound(), 1, Map.of());
        var other = registrar();
        var inbound = house.reads(other);
        send(busy, 0, 5_000);
        house.flush();
        var behind = house.reads(busy);
        until(behind, status -> status.accepted() > 1_000);
        house.send(other, "E1", received("E1"));
        untilDone(inbound, 1);
        assertThat(done(behind)).as("of 100,000 when the other was done").isLessThan(90_000);
        assertThat(house.stored(other)).hasSize(1);
    }

    @Test
    void a_stand_by_reads_nothing_and_takes_over_where_the_writer_left() throws Exception {
        var publisher = registrar();
        var writer = house.reads(publisher);
        try (var beside = new InboundHouse(house.judging.beside())) {
            var standBy = beside.begins(publisher);
            until(standBy, status -> status.state() == Standing.State.STAND_BY);
            send(publisher, 0, 50);
            until(writer, status -> status.accepted() > 100);
            assertThat(members(publisher)).isEqualTo(1);
            house.judging.leave();
            until(writer, status -> status.state() == Standing.State.STAND_BY);
            until(standBy, status -> status.state() == Standing.State.READING);
            send(publisher, 50, 100);
            house.flush();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> beside.stored(publisher).size() == 100 * DOSSIERS);
            assertEachOnce(beside.stored(publisher), 100);
        }
    }

    /** Rounds of an event for each dossier; the first of all receives them. */
    private void send(Publisher publisher, int from, int to) {
        for (int round = from; round < to; round++)
            for (int at = 0; at < DOSSIERS; at++) {
                String dossier = "D" + (round / 200) + "-" + at;
                house.send(publisher, dossier, round % 200 == 0 ? received(dossier) : notified(dossier, round));
            }
    }

    private void untilStored(Publisher publisher, int rounds) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> house.stored(publisher).size() >= rounds * DOSSIERS);
    }

    private void assertEachOnce(Publisher publisher, int rounds) {
        assertEachOnce(house.stored(publisher), rounds);
    }

    /** Each event once, and those of a dossier in the order they were sent in. */
    private static void assertEachOnce(List<StoredEvent> stored, int rounds) {
        assertThat(stored).hasSize(rounds * DOSSIERS);
        Map<String, List<Integer>> bySubject = stored.stream()
                .collect(Collectors.groupingBy(
                        event -> event.event().subject(),
                        HashMap::new,
                        Collectors.mapping(event -> round(event.event().key().id()), Collectors.toList())));
        bySubject.forEach(
                (subject, order) -> assertThat(order).as(subject).isSorted().doesNotHaveDuplicates());
    }

    private static int round(String id) {
        return id.equals("receipt") ? -1 : Integer.parseInt(id.substring(1));
    }

    private static long done(Inbound inbound) {
        var status = inbound.status().getFirst();
        return status.accepted() + status.duplicates() + status.rejected();
    }

    private static int members(Publisher publisher) throws Exception {
        try (var admin = Admin.create(InboundHouse.client())) {
            return admin.describeConsumerGroups(List.of(publisher.group()))
                    .describedGroups()
                    .get(publisher.group())
                    .get()
                    .members()
                    .size();
        }
    }

    private static void asNeverCommitted(Publisher publisher) throws Exception {
        try (var admin = Admin.create(InboundHouse.client())) {
            admin.alterConsumerGroupOffsets(
                            publisher.group(),
                            Map.of(new TopicPartition(publisher.inbound(), 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }
}
