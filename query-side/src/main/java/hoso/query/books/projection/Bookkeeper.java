package hoso.query.books.projection;

import hoso.event.Stream;
import hoso.event.history.PetitionHistory;
import hoso.query.books.block.UnitLines;
import hoso.query.books.line.JournalRows;
import hoso.query.books.line.Lines;
import hoso.query.books.line.Numbering;
import hoso.query.books.publisher.PublisherRows;
import hoso.query.books.publisher.PublisherTable;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.books.slot.Segments;
import hoso.query.books.slot.Slot;
import hoso.query.books.slot.WriteBehind;
import hoso.query.books.state.DossierTable;
import hoso.query.books.state.Dossiers;
import hoso.query.books.state.KeptDossier;
import hoso.query.books.state.KeptStream;
import hoso.query.books.state.Parked;
import hoso.query.books.state.ParkedTable;
import hoso.query.books.state.PetitionTable;
import hoso.query.copy.CopyRows;
import hoso.query.feed.FedEvent;
import hoso.query.ledger.Posting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Enters events into the tables of one slot, in a transaction of its caller. */
final class Bookkeeper {

    private final WriteBehind writes;
    private final Connection connection;
    private final Slot slot;
    private final Dossiers dossiers;
    private final PetitionTable petitions;
    private final ParkedTable parkedTable;
    private final PublisherTable publisherTable;
    private final PublisherRows publishers = new PublisherRows();
    private final Codes codes;
    private final Numbering numbering;
    private final Set<Stream> parked = new HashSet<>();
    private final Segments segments;
    private UnitLines posted;
    private final JournalRows journal = new JournalRows();
    private final Lines lines = new Lines(64);

    /**
     * @param state in which the slot stands
     * @param shelfBytes of the heap, about, for dossiers that are needed again soon
     */
    Bookkeeper(WriteBehind writes, Connection connection, BookState state, long shelfBytes, Codes codes) {
        this.writes = writes;
        this.connection = connection;
        this.slot = state.slot();
        this.dossiers = new Dossiers(writes, new DossierTable(connection, slot), shelfBytes, codes);
        this.petitions = new PetitionTable(connection, slot);
        this.parkedTable = new ParkedTable(JdbcClient.create(new SingleConnectionDataSource(connection, true)), slot);
        this.publisherTable = new PublisherTable(connection, slot);
        this.codes = codes;
        this.numbering = new Numbering(codes);
        this.segments = state.segments();
        this.posted = new UnitLines(segments, state.position());
        parkedTable.read(state.position()).forEach(one -> parked.add(Stream.named(one.stream())));
    }

    /** How many streams are parked. */
    int parked() {
        return parked.size();
    }

    /** What has been posted since this was last asked. */
    UnitLines takePosted(long position) {
        UnitLines taken = posted;
        posted = new UnitLines(segments, position);
        return taken;
    }

    /** However batches are cut, the books are the same: so one whose dossiers are too large is cut in half. */
    void enter(List<FedEvent> events) throws SQLException {
        List<@Nullable KeptDossier> found = new ArrayList<>(events.size());
        for (FedEvent event : events) found.add(dossier(event));
        if (dossiers.readUnread(events.size() == 1)) {
            enter(events, found);
            return;
        }
        // those of one half shall not stay in memory while the other is entered
        found.clear();
        int half = events.size() / 2;
        enter(events.subList(0, half));
        enter(events.subList(half, events.size()));
    }

    private @Nullable KeptDossier dossier(FedEvent event) {
        Stream stream = event.stream();
        boolean wanted = stream.kind() == Stream.Kind.DOSSIER && !parked.contains(stream);
        return wanted ? dossiers.get(event.subject(), event.begins()) : null;
    }

    private void enter(List<FedEvent> events, List<@Nullable KeptDossier> found) throws SQLException {
        Map<String, KeptStream<PetitionHistory>> known = petitionsOf(events);
        List<Parked> sick = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            FedEvent event = events.get(index);
            KeptDossier dossier = found.get(index);
            KeptStream<PetitionHistory> petition = known.get(event.subject());
            String before = unit(event, dossier, petition);
            Posting posting = switch (event.stream().kind()) {
                case DOSSIER -> dossier == null ? Posting.NOTHING : take(dossier, event, sick);
                case PETITION -> take(StreamFold.PETITION, Objects.requireNonNull(petition), event, sick);
                case REFERENCE -> Posting.NOTHING;
            };
            if (event instanceof FedEvent.Readable readable) {
                String unit = unit(event, dossier, petition);
                publishers.event(readable, number(unit == null ? before : unit));
            }
            numbering.each(posting, lines.clear());
            journal.event(event.position(), lines);
            posted.event(event.position());
            lines.each(posted);
            if (journal.isLarge()) writeJournal();
        }
        writeJournal();
        if (!known.isEmpty()) writes.soon(() -> petitions.write(known.values()));
        if (!sick.isEmpty()) writes.soon(() -> parkedTable.write(sick));
        dossiers.makeRoom();
    }

    /** That owes the dossier or petition; null of a parked one, of one without a life, and of reference data. */
    private static @Nullable String unit(
            FedEvent event, @Nullable KeptDossier dossier, @Nullable KeptStream<PetitionHistory> petition) {
        return switch (event.stream().kind()) {
            case DOSSIER -> dossier == null ? null : StreamFold.DOSSIER.unit(dossier);
            case PETITION -> petition == null ? null : StreamFold.PETITION.unit(petition);
            case REFERENCE -> null;
        };
    }

    private int number(@Nullable String unit) {
        return unit == null ? 0 : codes.numberOf(CodeKind.UNIT, unit);
    }

    /** Writes who published what was entered since this was last asked. */
    void writePublishers() throws SQLException {
        PublisherTable.Change change = publishers.takeChange();
        writes.soon(() -> publisherTable.write(change));
    }

    private void writeJournal() throws SQLException {
        CopyRows rows = journal.take();
        writes.soon(rows.size(), () -> rows.into(connection, slot.table("journal")));
    }

    private Posting take(KeptDossier dossier, FedEvent event, List<Parked> sick) {
        Posting posting = take(StreamFold.DOSSIER, dossier, event, sick);
        if (dossier.position() == event.position()) dossiers.changed(dossier);
        return posting;
    }

    /** An event that cannot be taken parks its stream: it and those after it post nothing. */
    private <H> Posting take(StreamFold<H> fold, KeptStream<H> stream, FedEvent event, List<Parked> sick) {
        if (parked.contains(event.stream())) return Posting.NOTHING;
        try {
            return fold.take(stream, event);
        } catch (RuntimeException failure) {
            sick.add(fold.parked(stream, event, failure));
            parked.add(event.stream());
            return Posting.NOTHING;
        }
    }

    private Map<String, KeptStream<PetitionHistory>> petitionsOf(List<FedEvent> events) throws SQLException {
        List<String> ids = new ArrayList<>();
        for (FedEvent event : events) if (event.stream().kind() == Stream.Kind.PETITION) ids.add(event.subject());
        return ids.isEmpty() ? Map.of() : writes.now(() -> petitions.read(ids));
    }

    /** Writes the dossiers that have changed. */
    void writeDossiers() throws SQLException {
        dossiers.write();
    }
}
