package hoso.query.books.projection;

import hoso.event.Stream;
import hoso.query.feed.FedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of one stream in a batch, in order. */
record StreamEvents(Stream stream, List<FedEvent> events) {

    static Map<String, StreamEvents> of(List<FedEvent> batch) {
        Map<String, StreamEvents> streams = new LinkedHashMap<>();
        for (FedEvent event : batch)
            streams.computeIfAbsent(event.stream(), name -> new StreamEvents(stream(event), new ArrayList<>(8)))
                    .events()
                    .add(event);
        return streams;
    }

    private static Stream stream(FedEvent event) {
        return switch (event) {
            case FedEvent.Readable readable -> readable.event().stream();
            case FedEvent.Unreadable unreadable -> Stream.named(unreadable.stream());
        };
    }

    String id() {
        return stream.subject();
    }

    /** Whether it begins in this batch, so that no state of it can be known. */
    boolean isNew() {
        return events.getFirst() instanceof FedEvent.Readable first
                && first.event().sequence() == 0;
    }
}
