package hoso.command.publish;

import hoso.command.treehead.HeadTable;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How publishing begins, and begins anew after whatever failed: the topic is made or checked, the place taken over, and what
 * the topic has of this store compared with it.
 *
 * @param stillOurs throws where it is not to go on
 * @param whenHeard rung by another thread when something was acknowledged
 * @param news set when something was stored
 */
record Beginning(
        PublishSettings settings,
        PublishedPlaces places,
        TopicComparison.Heartbeat stillOurs,
        Runnable whenHeard,
        AtomicBoolean news) {

    /** @throws UnfitTopic where topic and store do not fit together */
    Publication of(PublisherSession session) throws SQLException, ExecutionException, InterruptedException {
        String topicId = new EventTopic(settings).ensure();
        Kept kept = places.take(session.connection());
        checkStored(session, kept.place());
        long[] offsets;
        try (var comparison = new TopicComparison(settings, session.connection(), new TopicReading())) {
            offsets = comparison.compare(kept, topicId, () -> {
                session.ping();
                stillOurs.beat();
            });
        }
        places.compared(session.connection(), kept.holder(), topicId, offsets);
        return new Publication(
                session,
                places,
                new EventSender(settings, whenHeard),
                news,
                kept,
                offsets,
                StoreTail.lost(session.connection()));
    }

    private void checkStored(PublisherSession session, PublishedPlace place) throws SQLException {
        boolean lost = new HeadTable(session.connection())
                .incarnations()
                .gapAt(place.position())
                .isPresent();
        if (place.position() == 0 || lost) return;
        var stored = StoreTail.leaves(session.connection(), List.of(place.position()));
        if (!Arrays.equals(place.leaf(), stored.get(place.position())))
            throw new UnfitTopic(
                    "the store no longer has " + place + ", which was published to topic " + settings.topic()
                            + ": it was restored to an earlier point",
                    place.position(),
                    stored.containsKey(place.position()));
    }
}
