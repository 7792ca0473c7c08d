package hoso.command.aggregate;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.RefusalCode;
import hoso.command.store.AppendContext;
import hoso.command.store.EventStore;
import hoso.command.store.Placed;
import hoso.command.store.SickEvent;
import hoso.event.AcceptedEvent;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a chunk within Axon's unit of work.
 *
 * <p>All streams are loaded before anything is judged, since Axon copies all staged events at each load. Their locks are
 * held by then: what is read before could lack what another unit is storing, and be kept in the cache so.
 */
final class ChunkHandler implements MessageHandler<CommandMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkHandler.class);

    private static final JudgeChunk.Judged PARKED = new JudgeChunk.Judged(
            new Judgement.Refused(RefusalCode.PARKED, "an event before it cannot be read or folded"), new Placed());

    private final Repository<StreamAggregate> repository;
    private final Cache cache;
    private final EventStore store;

    ChunkHandler(Repository<StreamAggregate> repository, Cache cache, EventStore store) {
        this.repository = repository;
        this.cache = cache;
        this.store = store;
    }

    @Override
    public Object handle(CommandMessage<?> message) throws Exception {
        var chunk = (JudgeChunk) message.getPayload();
        store.appendLater(chunk.appending());
        Map<Stream, Aggregate<StreamAggregate>> loaded = load(chunk.items());
        List<JudgeChunk.Judged> judged = new ArrayList<>(chunk.items().size());
        for (Judging.Item item : chunk.items()) {
            Aggregate<StreamAggregate> stream = loaded.get(item.submission().publication().stream());
            judged.add(stream == null ? PARKED : judge(item, chunk, stream, judged));
        }
        return judged;
    }

    private Map<Stream, Aggregate<StreamAggregate>> load(List<Judging.Item> items) throws Exception {
        var streams = new LinkedHashSet<Stream>();
        for (Judging.Item item : items) streams.add(item.submission().publication().stream());
        store.prefetch(streams.stream()
                .filter(stream -> !cache.containsKey(stream.name()))
                .toList());
        Map<Stream, Aggregate<StreamAggregate>> loaded = HashMap.newHashMap(streams.size());
        for (Stream stream : streams) loaded(stream.name()).ifPresent(aggregate -> loaded.put(stream, aggregate));
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

    private static JudgeChunk.Judged judge(
            Judging.Item item, JudgeChunk chunk, Aggregate<StreamAggregate> stream, List<JudgeChunk.Judged> before) {
        Judgement judgement = stream.invoke(root -> root.judge(item.submission(), chunk.reference()));
        return switch (judgement) {
            case Judgement.Accepted accepted -> {
                var here = new Placed();
                accept(
                        accepted.event(),
                        stream,
                        new AppendContext(chunk.reference().position(), item.texts(), here));
                yield new JudgeChunk.Judged(judgement, here);
            }
            case Judgement.Duplicate duplicate ->
                new JudgeChunk.Judged(
                        judgement, repeated(item.submission().publication().stream(), duplicate.sequence(), before));
            case Judgement.Refused refused -> new JudgeChunk.Judged(judgement, new Placed());
        };
    }

    /** The place of the event that is repeated, where it is one of this chunk. */
    private static Placed repeated(Stream stream, int sequence, List<JudgeChunk.Judged> before) {
        for (JudgeChunk.Judged earlier : before)
            if (earlier.judgement() instanceof Judgement.Accepted accepted
                    && accepted.event().sequence() == sequence
                    && accepted.event().stream().equals(stream)) return earlier.placed();
        return new Placed();
    }

    private static void accept(AcceptedEvent event, Aggregate<StreamAggregate> stream, AppendContext context) {
        MetaData metaData = MetaData.with(AppendContext.KEY, context);
        stream.execute(root -> root.accept(event, metaData));
    }
}
