package hoso.command.publish;

import hoso.command.publish.PublishStatus.State;
import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the store holds to its topic, as long as this instance writes.
 *
 * <pre>
 * stand-by → comparing → publishing
 *     ↑ another instance writes      broker or database away → waiting → comparing
 *                                    topic and store do not fit → stopped → comparing, now and then
 * </pre>
 */
public final class EventPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    /** A backlog at least so long is worth a line in the log when it is drained. */
    private static final long BACKLOG = 20_000;

    private static final long RETRY_MS = 1_000;

    /** What an operator has mended is seen as soon. */
    private static final long RECHECK_MS = 5_000;

    /** What is on its way is waited for so long, and Kafka and the database then. */
    private static final long CLOSE_MS = 3_000;

    private final PublishSettings settings;
    private final EventStore store;
    private final PublishedPlaces places;
    private final Beginning beginning;
    private final Bell bell = new Bell();
    private final AtomicBoolean news = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Thread thread;

    private volatile boolean closing;
    private volatile State state = State.STAND_BY;
    private volatile @Nullable String reason;
    private volatile long position;
    private @Nullable PublisherSession session;
    private @Nullable Publication publication;
    private boolean backlog;

    private EventPublisher(PublishSettings settings, EventStore store) {
        this.settings = settings;
        this.store = store;
        this.places = new PublishedPlaces(settings.topic(), settings.origin());
        this.beginning = new Beginning(settings, places, this::checkOurs, bell::ring, news);
        this.thread = Thread.ofPlatform().name("hoso-publisher").daemon().unstarted(this::run);
    }

    public static EventPublisher open(PublishSettings settings, EventStore store) {
        var publisher = new EventPublisher(settings, store);
        store.onCommitted(events -> publisher.heard());
        publisher.thread.start();
        return publisher;
    }

    /** On the writer's thread, which it costs a look unless the publisher slept. */
    private void heard() {
        if (!news.get() && news.compareAndSet(false, true)) bell.ring();
    }

    /**
     * In this order, so that nothing seems to be published that is not stored yet, or is to be published again: an order to
     * do so is first known, then told by the state, and the place is read again before the state is told.
     */
    public PublishStatus status() {
        boolean settled = !again.get();
        long head;
        try {
            head = store.head();
        } catch (StoreUnavailable away) {
            return new PublishStatus(
                    settings.topic(), settings.origin(), state, position, position, false, away.getMessage());
        }
        State now = state;
        long reached = position;
        boolean drained = settled && now == State.PUBLISHING && reached >= head;
        return new PublishStatus(
                settings.topic(), settings.origin(), now, reached, Math.max(head, reached), drained, reason);
    }

    /**
     * Publishes again from a position on; not from a later one than the next to be published.
     *
     * @throws IllegalArgumentException where there is no such position, and it is not the next
     * @throws StoreUnavailable where this instance does not publish, the database is away, or the store no longer has what
     *     was published
     */
    public Republished republish(long from) {
        if (!store.writing()) throw store.notWriting();
        long head = store.head();
        if (from < 1 || from > head + 1)
            throw new IllegalArgumentException("from is not within 1…" + (head + 1) + ", the head and one more");
        try (var own = PublisherSession.open(settings)) {
            long kept = places.setBack(own.connection(), from - 1);
            LOG.info("to be published again to {} from position {} on", settings.topic(), kept + 1);
            again.set(true);
            bell.ring();
            return new Republished(settings.topic(), settings.origin(), kept + 1, head);
        } catch (SQLException away) {
            throw new StoreUnavailable("the place of what is published cannot be moved", away);
        } catch (UnfitTopic unfit) {
            throw new StoreUnavailable(String.valueOf(unfit.getMessage()));
        }
    }

    private void run() {
        while (!closing) bell.await(turn());
        finish();
        letGo();
    }

    /** Answers how long to wait before the next turn, in milliseconds. */
    private long turn() {
        try {
            if (again.get()) beginAgain();
            return store.writing() ? publish() : standBy();
        } catch (TakenOver moved) {
            letPublicationGo();
            return 1;
        } catch (UnfitTopic unfit) {
            letGo();
            if (isNew(State.STOPPED, said(unfit))) LOG.error("publishing has stopped: {}", unfit.getMessage());
            // what the topic has seen the store lacks: nothing more is to be written over it
            if (unfit.seen() > 0 && store.writing()) store.doubt();
            return RECHECK_MS;
        } catch (InterruptException | InterruptedException closed) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (SQLException | KafkaException | StoreUnavailable away) {
            return waiting(away);
        } catch (ExecutionException away) {
            return waiting(away.getCause() == null ? away : away.getCause());
        } catch (Throwable bug) {
            LOG.error("The publisher starts over", bug);
            return waiting(bug);
        }
    }

    private long waiting(Throwable away) {
        letGo();
        if (isNew(State.WAITING, said(away))) LOG.warn("publishing waits: {}", reason);
        return RETRY_MS;
    }

    private static String said(Throwable why) {
        return switch (why) {
            case TimeoutException away -> "the brokers do not answer";
            case UnfitTopic unfit -> String.valueOf(unfit.getMessage());
            default -> why.getMessage() == null ? why.toString() : why.getMessage();
        };
    }

    private boolean isNew(State next, String said) {
        boolean same = state == next && said.equals(reason);
        reason = said;
        state = next;
        return !same;
    }

    private void now(State next) {
        reason = null;
        state = next;
    }

    private long standBy() {
        letPublicationGo();
        now(State.STAND_BY);
        try {
            position = places.position(session().connection());
        } catch (SQLException away) {
            // whoever writes will say so
            letGo();
        }
        return RETRY_MS;
    }

    private long publish() throws SQLException, ExecutionException, InterruptedException {
        if (publication == null) begin();
        var running = Objects.requireNonNull(publication);
        long waitMs = running.turn();
        position = running.position();
        if (store.head() - position >= BACKLOG) backlog = true;
        if (backlog && running.isDrained()) {
            backlog = false;
            LOG.info("drained: every event up to position {} is on topic {}", position, settings.topic());
        }
        return waitMs;
    }

    private void begin() throws SQLException, ExecutionException, InterruptedException {
        position = places.position(session().connection());
        // whoever waits or has stopped does so until it is known to go on
        if (state == State.STAND_BY) now(State.COMPARING);
        publication = beginning.of(session());
        now(State.PUBLISHING);
        backlog = true;
        LOG.info("publishing to {} from position {} on", settings.topic(), position + 1);
    }

    /** Until the place is read again nobody is told that all is published. */
    private void beginAgain() {
        letPublicationGo();
        if (state == State.PUBLISHING) now(State.COMPARING);
        again.set(false);
    }

    private void checkOurs() {
        if (closing || again.get() || !store.writing()) throw new TakenOver();
    }

    private PublisherSession session() throws SQLException {
        if (session == null) session = PublisherSession.open(settings);
        return session;
    }

    private void letPublicationGo() {
        if (publication != null) publication.close();
        publication = null;
    }

    private void letGo() {
        letPublicationGo();
        if (session != null) session.close();
        session = null;
    }

    /** What is on its way is acknowledged in a moment, and need not be sent again by the next. */
    private void finish() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MS);
        try {
            while (publication != null && !publication.isIdle() && System.nanoTime() - until < 0) {
                publication.settle();
                bell.await(10);
            }
        } catch (SQLException | ExecutionException | RuntimeException sentAgain) {
            LOG.debug("what was on its way is sent again", sentAgain);
        }
    }

    @Override
    public void close() {
        closing = true;
        bell.ring();
        try {
            thread.join(2 * CLOSE_MS);
            thread.interrupt();
            thread.join(CLOSE_MS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
