package hoso.query.audit;

import hoso.edge.Caller;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.Stream;
import hoso.query.audit.reading.Look;
import hoso.query.audit.reading.ReadLog;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes a question about one dossier: finds the events it may be answered from. */
public final class DossierDesk {

    private final Standpoints standpoints;
    private final KnownReference reference;
    private final EventLog log;
    private final ReadLog reads;

    /**
     * @param reads where every look at a dossier is recorded
     */
    public DossierDesk(Standpoints standpoints, KnownReference reference, EventLog log, ReadLog reads) {
        this.standpoints = standpoints;
        this.reference = reference;
        this.log = log;
        this.reads = reads;
    }

    /**
     * A dossier that the caller may see, as of a standpoint; it has at least one event.
     *
     * @param id as the ledger has it
     */
    public record Opened(String id, Names names, Standpoint standpoint, List<LoggedEvent> events) {}

    /**
     * The right goes by the unit that owes the dossier now, whatever the question looks back from. The look is on record when
     * this returns.
     *
     * @throws Problem {@code forbidden}, or {@code unknown-dossier}, in that order
     */
    public Opened open(String id, View view, Caller caller) {
        Standpoint standpoint = standpoints.of(view);
        long newest = Math.max(standpoints.newest(), standpoint.position());
        Names names = reference.names(newest);
        Map<String, List<LoggedEvent>> found = found(names.dossiers(id), newest);
        var rights = ReadRights.of(caller, reference, newest, standpoint.now());
        List<LoggedEvent> all = found.isEmpty() ? List.of() : one(seen(found, rights), id);
        if (found.isEmpty()) rights.requireAllUnits();
        List<LoggedEvent> known = all.stream()
                .filter(entry -> entry.position() <= standpoint.position())
                .toList();
        if (known.isEmpty())
            throw Problem.of(ProblemCode.NO_SUCH_DOSSIER, "there is no dossier " + Parameters.shortened(id));
        String ledgerId = Stream.named(known.getFirst().stream()).subject();
        reads.record(Look.atDossier(caller, ledgerId, owner(all), standpoint.position()));
        return new Opened(ledgerId, names, standpoint, known);
    }

    private Map<String, List<LoggedEvent>> found(List<String> ids, long position) {
        return ids.isEmpty()
                ? Map.of()
                : log.streams(ids.stream().map(Stream::dossier).toList(), position);
    }

    /** Those whose owners are seen; what has none that can be told, by who sees all. */
    private static Map<String, List<LoggedEvent>> seen(Map<String, List<LoggedEvent>> found, ReadRights rights) {
        Predicate<String> sees = rights.seen();
        Map<String, List<LoggedEvent>> seen = new TreeMap<>(found);
        seen.values().removeIf(events -> !owner(events).map(sees::test).orElse(rights.all()));
        return seen;
    }

    private static Optional<String> owner(List<LoggedEvent> events) {
        return DossierLife.of(events).map(DossierLife::owner);
    }

    private static List<LoggedEvent> one(Map<String, List<LoggedEvent>> seen, String id) {
        if (seen.isEmpty()) throw ReadRights.refused();
        List<String> ids =
                seen.keySet().stream().map(name -> Stream.named(name).subject()).toList();
        Names.one(ids, "a dossier", id);
        return seen.values().iterator().next();
    }
}
