package hoso.query.books;

import hoso.query.books.publisher.PublisherSelect;
import hoso.query.books.publisher.Stretch;
import hoso.query.books.slot.CodeKind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Who published when, as of any position. */
public final class PublisherReader {

    private final BookSnapshots snapshots;

    public PublisherReader(DataSource dataSource) {
        this.snapshots = new BookSnapshots(dataSource);
    }

    /**
     * Gives the stretches of each publisher and source; those of different units within the last hours may overlap.
     *
     * @param units whose dossiers and petitions the events are about; empty for all events there are
     */
    public void each(long position, Optional<Set<String>> units, Consumer<Stretch> taken) {
        snapshots.read((connection, state, codes) -> {
            Optional<int[]> numbers = units.map(seen -> seen.stream()
                    .mapToInt(unit -> codes.find(CodeKind.UNIT, unit))
                    .filter(unit -> unit > 0)
                    .toArray());
            new PublisherSelect(connection, state.slot()).each(position, numbers, taken);
            return position;
        });
    }
}
