package hoso.command.intake.kafka;

import hoso.command.aggregate.Judging;
import hoso.command.intake.Admission;
import hoso.command.intake.IntakeMeter;
import hoso.command.intake.kafka.message.MessageReader;
import hoso.command.intake.kafka.publisher.Publisher;
import hoso.command.intake.kafka.reading.Clients;
import hoso.command.intake.kafka.reading.InboundStatus;
import hoso.command.intake.kafka.reading.Standing;
import hoso.command.intake.kafka.reading.TopicReader;
import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.edge.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One publisher's topic, read by a thread of its own whenever this instance writes. A reader lives for one tenure of the
 * writer at most: a stand-by is in no group, and holds no partition from whoever writes.
 */
final class PublisherLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherLine.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** After failures in a row; a topic or a right that is repaired is noticed within it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Longer than what a reader does at its end takes. */
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(40);

    private final Publisher publisher;
    private final Clients clients;
    private final MessageReader messages;
    private final Judging judging;
    private final EventStore store;
    private final Standing standing;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Duration pause = FIRST_PAUSE;
    private List<String> doubts = List.of();

    PublisherLine(
            Publisher publisher,
            KafkaSettings settings,
            Admission admission,
            Judging judging,
            EventStore store,
            IntakeMeter meter) {
        this.publisher = publisher;
        this.clients = new Clients(settings, publisher);
        this.messages = new MessageReader(admission, publisher.caller());
        this.judging = judging;
        this.store = store;
        this.standing = new Standing(publisher, meter);
        this.thread =
                Thread.ofPlatform().name("reader-of-" + publisher.inbound()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    InboundStatus status() {
        return standing.status();
    }

    private void run() {
        while (isOpen()) {
            if (store.writing()) readWhileWriting();
            else {
                standing.standsBy(String.valueOf(store.notWriting().getMessage()));
                rest(BETWEEN_LOOKS);
            }
        }
        standing.ends();
    }

    private void readWhileWriting() {
        try {
            read(store.tenure());
        } catch (UnfitTopic unfit) {
            standing.isUnfit(String.valueOf(unfit.getMessage()));
            rest(LONGEST_PAUSE);
        } catch (StoreUnavailable away) {
            // the writer knows better what it is than who waited for it
            if (store.writing()) wait("the store cannot serve: " + away.getMessage());
        } catch (RuntimeException failed) {
            LOG.debug("{} cannot be read", publisher.inbound(), failed);
            wait(failed.getCause() == null ? String.valueOf(failed) : failed.getMessage() + ": " + failed.getCause());
        } catch (Error failed) {
            // out of memory, say: the others go on, and so may this one
            LOG.error("{} cannot be read", publisher.inbound(), failed);
            wait(String.valueOf(failed));
        }
    }

    private void read(long tenure) {
        prepareTopics();
        try (var reader = new TopicReader(clients, messages, judging, standing)) {
            reader.read(() -> isOpen() && store.writing() && store.tenure() == tenure, this::goesWell);
        }
    }

    private void prepareTopics() {
        try (var admin = clients.admin()) {
            var found = new InboundTopics(admin).prepare(publisher);
            if (!found.equals(doubts)) found.forEach(doubt -> LOG.warn("{}", doubt));
            doubts = found;
        }
    }

    private void goesWell() {
        pause = FIRST_PAUSE;
    }

    private void wait(String reason) {
        standing.waits(reason);
        rest(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void rest(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            closing.countDown();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Asks for the end, without waiting for it. */
    void end() {
        closing.countDown();
    }

    /** Waits until what was being judged is committed. */
    @Override
    public void close() {
        end();
        try {
            if (!thread.join(CLOSE_WITHIN)) LOG.warn("{} is still being read", publisher.inbound());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
