package hoso.command.aggregate;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.RefusalCode;
import hoso.command.store.AppendContext;
import hoso.command.store.EventStore;
import hoso.command.store.Placed;
import hoso.command.store.SickEvent;
import hoso.command.store.StoreUnavailable;
import hoso.event.AcceptedEvent;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a chunk within Axon's unit of work.
 *
 * <p>All streams are locked, then loaded, before anything is judged, in the order of their names: units that lock in
 * different orders deadlock, and Axon copies all staged events at each load. What is read before its lock is held
 * could lack what another unit is storing, and be kept in the cache so.
 */
final class ChunkHandler implements MessageHandler<CommandMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkHandler.class);

    private static final JudgeChunk.Judged PARKED = new JudgeChunk.Judged(
            new Judgement.Refused(RefusalCode.PARKED, "an event before it cannot be read or folded"), new Placed());

    private final Repository<StreamAggregate> repository;
    private final Cache cache;
    private final LockFactory locks;
    private final EventStore store;

    ChunkHandler(Repository<StreamAggregate> repository, Cache cache, LockFactory locks, EventStore store) {
        this.repository = repository;
        this.cache = cache;
        this.locks = locks;
        this.store = store;
    }

    @Override
    public Object handle(CommandMessage<?> message) throws Exception {
        var chunk = (JudgeChunk) message.getPayload();
        Map<String, Aggregate<StreamAggregate>> loaded = load(chunk.items());
        Map<String, Map<Integer, Placed>> placed = new HashMap<>();
        List<JudgeChunk.Judged> judged = new ArrayList<>(chunk.items().size());
        for (Judging.Item item : chunk.items()) {
            String name = item.submission().publication().stream().name();
            Map<Integer, Placed> placedHere = placed.computeIfAbsent(name, stream -> new HashMap<>());
            judged.add(loaded.containsKey(name) ? judge(item, chunk, loaded.get(name), placedHere) : PARKED);
        }
        return judged;
    }

    private Map<String, Aggregate<StreamAggregate>> load(List<Judging.Item> items) throws Exception {
        var streams = new TreeMap<String, Stream>();
        for (Judging.Item item : items) {
            Stream stream = item.submission().publication().stream();
            streams.put(stream.name(), stream);
        }
        streams.keySet().forEach(this::lock);
        // who waited for a lock waited for the store: one after another they would each find out anew that it is away
        if (!store.writing()) throw new StoreUnavailable("this instance does not write now");
        Map<String, Aggregate<StreamAggregate>> loaded = new HashMap<>();
        store.prefetch(streams.values().stream()
                .filter(stream -> !cache.containsKey(stream.name()))
                .toList());
        for (String name : streams.keySet()) loaded(name).ifPresent(stream -> loaded.put(name, stream));
        return loaded;
    }

    /** Empty where an event of the stream is sick: others are judged all the same. */
    private Optional<Aggregate<StreamAggregate>> loaded(String name) throws Exception {
        try {
            return Optional.of(repository.loadOrCreate(name, () -> new StreamAggregate(name)));
        } catch (RuntimeException failed) {
            SickEvent sick = sickness(failed);
            if (sick == null) throw failed;
            // without its stack: a publisher may ask for it again and again
            LOG.warn("{} takes no more events: {}", name, sick.getMessage());
            return Optional.empty();
        }
    }

    /** What Axon may have wrapped. */
    private static @Nullable SickEvent sickness(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause())
            if (cause instanceof SickEvent sick) return sick;
        return null;
    }

    /** The repository takes it once more; a thread may. */
    private void lock(String stream) {
        Lock lock = locks.obtainLock(stream);
        CurrentUnitOfWork.get().onCleanup(ended -> lock.release());
    }

    private static JudgeChunk.Judged judge(
            Judging.Item item, JudgeChunk chunk, Aggregate<StreamAggregate> stream, Map<Integer, Placed> placed) {
        Judgement judgement = stream.invoke(root -> root.judge(item.submission(), chunk.reference()));
        return switch (judgement) {
            case Judgement.Accepted accepted -> {
                var here = new Placed();
                placed.put(accepted.event().sequence(), here);
                accept(
                        accepted.event(),
                        stream,
                        new AppendContext(chunk.reference().position(), item.texts(), here));
                yield new JudgeChunk.Judged(judgement, here);
            }
            case Judgement.Duplicate duplicate ->
                new JudgeChunk.Judged(judgement, placed.getOrDefault(duplicate.sequence(), new Placed()));
            case Judgement.Refused refused -> new JudgeChunk.Judged(judgement, new Placed());
        };
    }

    private static void accept(AcceptedEvent event, Aggregate<StreamAggregate> stream, AppendContext context) {
        MetaData metaData = MetaData.with(AppendContext.KEY, context);
        stream.execute(root -> root.accept(event, metaData));
    }
}
