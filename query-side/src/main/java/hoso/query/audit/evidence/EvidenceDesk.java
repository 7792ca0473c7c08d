package hoso.query.audit.evidence;

import hoso.edge.Bulkhead;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.history.DossierHistory;
import hoso.query.audit.DossierDesk;
import hoso.query.audit.Trail;
import hoso.query.audit.clock.Holders;
import hoso.query.audit.clock.Rules;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.feed.OriginCode;
import hoso.query.feed.PublishedRule;
import hoso.query.feed.proof.Proven;
import hoso.query.feed.proof.Prover;
import hoso.query.question.KnownReference;
import hoso.query.question.Standpoint;
import hoso.vocabulary.UnitHistory;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the evidence on a dossier. */
public final class EvidenceDesk {

    /** The first in a long log reads all of its leaves; and each is some megabytes at the worst. */
    private static final int AT_ONCE = 2;

    private final KnownReference reference;
    private final EventLog log;
    private final Prover prover;
    private final Bulkhead making = new Bulkhead(AT_ONCE, "too many bundles of evidence are being made at once");

    public EvidenceDesk(KnownReference reference, EventLog log, Prover prover) {
        this.reference = reference;
        this.log = log;
        this.prover = prover;
    }

    /**
     * The bundle as a ZIP.
     *
     * @throws Problem {@code contradicts-history}, with the position, where what is stored is not what was signed; what
     *     {@link Prover#prove} throws; {@code unknown-dossier}, where its receipt was voided
     */
    byte[] zip(DossierDesk.Opened dossier, Instant at) {
        Bundle bundle = bundle(dossier, at);
        // whoever waits for a head keeps nobody from making
        prover.awaitHead(bundle.manifest().origin(), bundle.events().getLast().position());
        return making.admit(() -> {
            Proven proven = proven(bundle);
            return EvidenceZip.of(bundle.ofStore(proven.store().origin()), proven);
        });
    }

    private Bundle bundle(DossierDesk.Opened dossier, Instant at) {
        DossierHistory history = Trail.of(dossier).history();
        if (!history.alive())
            throw Problem.of(ProblemCode.NO_SUCH_DOSSIER, "the receipt of the dossier was voided: it has no clock");
        String origin = dossier.names().origin(dossier.id()).orElse("");
        List<BundledEvent> events = bundled(dossier.events().stream());
        List<BundledEvent> rules =
                bundled(rules(history, origin, dossier.standpoint()).map(this::logged));
        return new Bundle(manifest(dossier, history, origin, at, events.getLast()), events, rules);
    }

    private Manifest manifest(
            DossierDesk.Opened dossier, DossierHistory history, String origin, Instant at, BundledEvent last) {
        Standpoint standpoint = dossier.standpoint();
        boolean own = origin.isEmpty();
        return new Manifest(
                Manifest.FORMAT,
                dossier.names().shownDossier(dossier.id()),
                origin,
                own ? standpoint.position() : standpoint.origins().getOrDefault(origin, last.position()),
                own && standpoint.recordedAt() != null ? standpoint.recordedAt() : last.recordedAt(),
                at,
                standpoint.now(),
                unitNames(history, standpoint.position()));
    }

    /** As their origin calls them. */
    private SortedMap<String, String> unitNames(DossierHistory history, long position) {
        LocalDate day = VietnamTime.date(history.receivedAt());
        Map<String, UnitHistory> units = reference.asOf(position).units();
        SortedMap<String, String> names = new TreeMap<>();
        Stream.concat(
                        Stream.of(history.received().unit()),
                        Holders.of(history).turns().stream().map(Holders.Turn::holder))
                .forEach(code -> {
                    UnitHistory unit = units.get(code);
                    if (unit != null)
                        names.put(OriginCode.plain(code), unit.on(day).name());
                });
        return names;
    }

    /** All calendars, since a due instant may lie in any year, and all versions of the procedure. */
    private Stream<PublishedRule> rules(DossierHistory history, String origin, Standpoint standpoint) {
        return Rules.of(
                reference.rules(standpoint.position()),
                origin,
                history.received().procedure())
                .published()
                .stream();
    }

    private LoggedEvent logged(PublishedRule rule) {
        List<LoggedEvent> found = log.after(rule.position() - 1, 1);
        if (found.isEmpty() || found.getFirst().position() != rule.position()) throw notAsSigned(rule.position());
        return found.getFirst();
    }

    private static List<BundledEvent> bundled(Stream<LoggedEvent> events) {
        return events.map(event -> BundledEvent.read(event.bytes())).toList();
    }

    private Proven proven(Bundle bundle) {
        Set<Long> positions = new HashSet<>();
        List<BundledEvent> all = Stream.concat(bundle.reference().stream(), bundle.events().stream())
                .toList();
        all.forEach(event -> positions.add(event.position()));
        Proven proven = prover.prove(bundle.manifest().origin(), positions);
        byte[] root = HexFormat.of().parseHex(proven.root());
        for (BundledEvent event : all)
            if (!Objects.requireNonNull(proven.inclusion().get(event.position()))
                    .proves(event.leaf(), root)) throw notAsSigned(event.position());
        return proven;
    }

    private static Problem notAsSigned(long position) {
        return Problem.of(
                        ProblemCode.CONTRADICTS_HISTORY,
                        "the event at position " + position
                                + " is not the one that was signed: have the whole store verified")
                .with(Map.of("position", position));
    }
}
