package hoso.command.intake.kafka.reading;

import hoso.command.aggregate.Judging;
import hoso.command.intake.kafka.message.MessageReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a publisher's topic, from where it was last done with, until something is in the way: then it is closed, and another
 * begins where this one has committed. For one thread; that admits messages, while another judges those before them.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private static final Duration POLL = Duration.ofMillis(100);

    /** While nothing more can be taken: a consumer that is silent for 5 minutes loses its partitions. */
    private static final long POLL_AT_LEAST_EVERY_MS = 1_000;

    /** What a crash repeats, in time; each is a write on the broker. */
    private static final long COMMIT_EVERY_MS = 250;

    private static final long LOOK_EVERY_MS = 2_000;

    /** While it is not known to be read; a look at brokers that do not answer takes longer by itself. */
    private static final long LOOK_AGAIN_MS = 200;

    private static final Duration LOOK_WITHIN = Duration.ofSeconds(2);

    /** Brokers gather the members of a group for 3 s; one that was killed counts as one for 10 s. */
    private static final long JOIN_WITHIN_MS = 5_000;

    /** A chunk takes some milliseconds; one whose outcome is not known takes as long as the store takes to come back. */
    private static final long SETTLE_WITHIN_MS = 10_000;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

    private final String topic;
    private final MessageReader messages;
    private final Standing standing;
    private final Consumer<byte[], byte[]> consumer;
    private final RejectedTopic rejected;
    private final JudgeAhead judge;
    private final Places places;
    private final Window window = new Window();
    private long polled = System.nanoTime();
    private long committed = System.nanoTime();
    private long looked = System.nanoTime();

    /** When partitions were seen to be ours. */
    private long assigned = System.nanoTime();

    public TopicReader(Clients clients, MessageReader messages, Judging judging, Standing standing) {
        this.topic = clients.publisher().inbound();
        this.messages = messages;
        this.standing = standing;
        this.consumer = clients.consumer();
        this.rejected = new RejectedTopic(clients.publisher().rejected(), clients::producer, this::acknowledged);
        this.judge = new JudgeAhead(judging, topic);
        this.places = new Places(consumer, this::settle);
    }

    /**
     * Reads for as long as it may.
     *
     * @param goesWell called from time to time while the brokers answer
     *
     * @throws hoso.command.store.StoreUnavailable where the store cannot serve now
     * @throws RuntimeException where Kafka refuses something
     */
    public void read(BooleanSupplier goOn, Runnable goesWell) {
        consumer.subscribe(List.of(topic), places);
        while (goOn.getAsBoolean()) {
            boolean full = window.isFull();
            if (!full) take(consumer.poll(POLL));
            else if (isDue(polled, POLL_AT_LEAST_EVERY_MS)) show();
            conclude(judge.judged(full ? POLL.toMillis() : 0));
            rejected.goOn();
            if (isDue(committed, COMMIT_EVERY_MS)) {
                committed = System.nanoTime();
                places.commitLater();
            }
            if (isDue(looked, standing.isReading() ? LOOK_EVERY_MS : LOOK_AGAIN_MS) && isReading()) goesWell.run();
        }
    }

    private static boolean isDue(long last, long everyMs) {
        return System.nanoTime() - last >= TimeUnit.MILLISECONDS.toNanos(everyMs);
    }

    private void take(Iterable<ConsumerRecord<byte[], byte[]>> polledNow) {
        polled = System.nanoTime();
        for (ConsumerRecord<byte[], byte[]> message : polledNow) {
            Place place = places.of(new TopicPartition(message.topic(), message.partition()));
            var taken = new Taken(place, message, System.nanoTime(), messages.offer(message));
            window.enter(taken);
            judge.judge(taken);
        }
    }

    /** Tells the group that we live, without taking anything. */
    private void show() {
        var paused = consumer.assignment();
        consumer.pause(paused);
        take(consumer.poll(Duration.ZERO)); // of a partition that came just now, perhaps
        consumer.resume(consumer.assignment());
    }

    private void conclude(List<Judged> judged) {
        for (Judged one : judged) {
            standing.count(one);
            Taken taken = one.taken();
            Place place = taken.place();
            long offset = taken.message().offset();
            if (place.isOurs() && one instanceof Judged.Refused refused) {
                place.refused(offset);
                rejected.send(refused);
            } else {
                place.judged(offset);
                window.leave(taken);
            }
        }
    }

    private void acknowledged(Taken taken) {
        taken.place().acknowledged(taken.message().offset());
        window.leave(taken);
    }

    /** Asks how far the topic goes, and so whether the broker is there: to poll is to learn nothing of either. */
    private boolean isReading() {
        looked = System.nanoTime();
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), LOOK_WITHIN);
            if (ends.isEmpty()) {
                if (isDue(assigned, JOIN_WITHIN_MS)) standing.waits("the brokers give this instance no partition yet");
                return false;
            }
            assigned = looked;
            long behind = 0;
            for (var end : ends.entrySet()) behind += Math.max(0, end.getValue() - done(end.getKey()));
            standing.reads(behind);
            return true;
        } catch (TimeoutException away) {
            standing.waits("the brokers do not answer");
            return false;
        }
    }

    private long done(TopicPartition partition) {
        long position = consumer.position(partition, LOOK_WITHIN);
        return window.isEmpty() ? position : places.of(partition).next(position);
    }

    /** Waits until what is on its way is done with, so that nobody has to do it again. */
    private void settle() {
        long began = System.nanoTime();
        try {
            while (!window.isEmpty() && !isDue(began, SETTLE_WITHIN_MS)) {
                conclude(judge.judged(POLL.toMillis() / 2));
                rejected.goOn();
            }
        } catch (RuntimeException failed) {
            LOG.debug("what is on its way from {} is left", topic, failed);
        }
    }

    /** Leaves the group. What is durable, or lies on the rejected topic, is committed if the broker answers. */
    @Override
    public void close() {
        judge.close();
        try {
            conclude(judge.left());
        } finally {
            rejected.close(CLOSE_WITHIN);
            places.commitNow();
            places.leave();
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }
}
