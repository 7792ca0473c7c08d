package hoso.command.aggregate;

import hoso.command.judgement.Judgement;
import hoso.command.store.AppendContext;
import hoso.command.store.EventStore;
import hoso.command.store.Placed;
import hoso.event.AcceptedEvent;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Handles a chunk within Axon's unit of work.
 *
 * <p>All streams are loaded, and so locked, before anything is judged, in the order of their names: units that lock in
 * different orders deadlock, and Axon copies all staged events at each load.
 */
final class ChunkHandler implements MessageHandler<CommandMessage<?>> {

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
        Map<String, Aggregate<StreamAggregate>> loaded = load(chunk.items());
        Map<String, Map<Integer, Placed>> placed = new HashMap<>();
        List<JudgeChunk.Judged> judged = new ArrayList<>(chunk.items().size());
        for (Judging.Item item : chunk.items()) {
            String name = item.submission().publication().stream().name();
            Map<Integer, Placed> placedHere = placed.computeIfAbsent(name, stream -> new HashMap<>());
            judged.add(judge(item, chunk, loaded.get(name), placedHere));
        }
        return judged;
    }

    private Map<String, Aggregate<StreamAggregate>> load(List<Judging.Item> items) throws Exception {
        var streams = new TreeMap<String, Stream>();
        for (Judging.Item item : items) {
            Stream stream = item.submission().publication().stream();
            streams.put(stream.name(), stream);
        }
        Map<String, Aggregate<StreamAggregate>> loaded = new HashMap<>();
        store.prefetch(streams.values().stream()
                .filter(stream -> !cache.containsKey(stream.name()))
                .toList());
        for (String name : streams.keySet())
            loaded.put(name, repository.loadOrCreate(name, () -> new StreamAggregate(name)));
        return loaded;
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
