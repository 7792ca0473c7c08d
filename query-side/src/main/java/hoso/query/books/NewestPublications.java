package hoso.query.books;

import hoso.query.books.publisher.PublisherSelect;
import hoso.query.feed.OriginCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * When the newest event of each publisher about a dossier or petition was recorded. Who publishes reference data alone, as the
 * house itself does its national calendars, is left out: nobody waits for more of it. The whole book of publishers is read once,
 * and then what came since. Not safe for threads.
 */
public final class NewestPublications {

    private final BookSnapshots snapshots;

    /** Of the books that were read last. */
    private int generation = -1;

    /** Up to here they were read. */
    private long position;

    private final Map<Publisher, Instant> newest = new HashMap<>();

    /**
     * Who publishes.
     *
     * @param origin where origins are rolled up; empty beside one store
     */
    public record Publisher(String origin, String name) {

        /** As reference data of several origins is called beside each other. */
        public String code() {
            return origin.isEmpty() ? name : OriginCode.of(origin, name);
        }
    }

    /**
     * As of a position of the books.
     *
     * @param recordedAt of the newest event of each
     */
    public record Seen(long position, Map<Publisher, Instant> recordedAt) {}

    public NewestPublications(DataSource dataSource) {
        this.snapshots = new BookSnapshots(dataSource);
    }

    /**
     * As of the position that the books have reached.
     *
     * @throws hoso.edge.Problem {@code unavailable}, while they are made anew
     * @throws org.springframework.dao.DataAccessException where the database is away
     */
    public Seen now() {
        return snapshots.read((connection, state, codes) -> {
            if (state.generation() != generation) begin();
            new PublisherSelect(connection, state.slot())
                    .newestAfter(
                            position,
                            (origin, name, at) ->
                                    newest.merge(new Publisher(origin, name), at, NewestPublications::later));
            generation = state.generation();
            position = state.position();
            return new Seen(position, Map.copyOf(newest));
        });
    }

    /** Books that were made anew may hold less, where the store was restored. */
    private void begin() {
        newest.clear();
        position = 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
