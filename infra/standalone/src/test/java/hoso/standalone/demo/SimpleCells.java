package hoso.standalone.demo;

import hoso.event.OtherFact;
import hoso.event.PetitionFact;
import hoso.event.Publication;
import hoso.standalone.demo.data.DemoProcedure;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Timeliness;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The cells of a report that one dossier or petition adds to, counted one by one. */
final class SimpleCells {

    private final Map<String, Long> cells = new TreeMap<>();
    private final Instant from;
    private final Instant to;

    private SimpleCells(DemoReport report) {
        from = VietnamTime.startOf(report.from());
        to = VietnamTime.startOf(report.to().plusDays(1));
    }

    static Map<String, Long> of(SimpleDossier dossier, DemoProcedure procedure, DemoReport report) {
        var cells = new SimpleCells(report);
        cells.count(dossier, procedure);
        return cells.cells;
    }

    static Map<String, Long> ofPetition(List<Publication> events, DemoReport report) {
        var cells = new SimpleCells(report);
        for (Publication event : events) cells.count((PetitionFact) event.fact(), cells.has(event.occurredAt()));
        boolean received = cells.has(events.getFirst().occurredAt());
        boolean answered = events.stream()
                .anyMatch(event -> event.fact() instanceof PetitionFact.PetitionAnswered
                        && event.occurredAt().isBefore(cells.to));
        if (received && !answered) cells.add("petitions.pending", 1);
        for (Publication event : events)
            if (received && event.fact() instanceof PetitionFact.PetitionRated rated) {
                cells.add("petitions.rated", 1);
                if (rated.satisfied()) cells.add("petitions.satisfied", 1);
            }
        return cells.cells;
    }

    private void count(PetitionFact fact, boolean inPeriod) {
        if (!inPeriod) return;
        switch (fact) {
            case PetitionFact.PetitionReceived received -> {
                add("petitions.received", 1);
                add("petitions." + received.kind().name().toLowerCase(Locale.ROOT), 1);
            }
            case PetitionFact.PetitionAnswered answered -> add("petitions.answered", 1);
            case PetitionFact.PetitionPublished published -> add("petitions.published", 1);
            case PetitionFact.PetitionRated rated -> {}
        }
    }

    private void count(SimpleDossier dossier, DemoProcedure procedure) {
        boolean fresh = has(dossier.receivedAt);
        boolean carried = dossier.isOpenAt(from);
        boolean closed = dossier.closedAt != null && has(dossier.closedAt);
        if (fresh) {
            add("received.new", 1);
            add("received." + dossier.receipt.channel().name().toLowerCase(Locale.ROOT), 1);
        }
        if (carried) add("received.carriedOver", 1);
        if (fresh || carried) add("received.total", 1);
        if (closed) countClosing(dossier);
        if (dossier.isOpenAt(to)) {
            add("pending.total", 1);
            add(dossier.isOverdueAt(to) ? "pending.overdue" : "pending.notDue", 1);
        }
        countTags(dossier, procedure, fresh || carried, closed);
        List<OtherFact.FeePaid> paid = dossier.between(OtherFact.FeePaid.class, from, to).stream()
                .map(OtherFact.FeePaid.class::cast)
                .filter(SimpleCells::isOnline)
                .toList();
        add("amounts.onlinePayments", paid.size());
        add(
                "amounts.paidOnline",
                paid.stream().mapToLong(OtherFact.FeePaid::amount).sum());
        add(
                "amounts.notifications",
                dossier.between(OtherFact.Notified.class, from, to).size());
    }

    private void countClosing(SimpleDossier dossier) {
        add("resolved.total", 1);
        add(
                switch (Timeliness.of(dossier.closedAt, dossier.dueAt)) {
                    case EARLY -> "resolved.early";
                    case ON_TIME -> "resolved.onTime";
                    case LATE -> "resolved.late";
                },
                1);
    }

    private void countTags(SimpleDossier dossier, DemoProcedure procedure, boolean inScope, boolean closed) {
        tag("digitized", !dossier.all(OtherFact.ComponentsDigitized.class).isEmpty(), inScope, closed);
        tag("reused", !dossier.all(OtherFact.DataReused.class).isEmpty(), inScope, closed);
        List<OtherFact.FeePaid> paid = dossier.all(OtherFact.FeePaid.class);
        boolean fee = procedure.fee()
                || !paid.isEmpty()
                || !dossier.all(OtherFact.FeeRequested.class).isEmpty();
        tag("feeRequired", fee, inScope, closed);
        tag("paidOnline", paid.stream().anyMatch(SimpleCells::isOnline), inScope, closed);
        tag(
                "resultElectronic",
                dossier.all(OtherFact.ResultIssued.class).stream().anyMatch(OtherFact.ResultIssued::electronic),
                inScope,
                closed);
        tag("resultDigitized", !dossier.all(OtherFact.ResultDigitized.class).isEmpty(), inScope, closed);
        tag(
                "returnedByPost",
                dossier.all(OtherFact.ResultReturned.class).stream()
                        .anyMatch(returned -> returned.channel() == Channel.POSTAL),
                inScope,
                closed);
        tag(
                "sameDay",
                dossier.closedAt != null
                        && VietnamTime.date(dossier.closedAt).equals(VietnamTime.date(dossier.receivedAt)),
                inScope,
                closed);
        List<OtherFact.PortalStatusObserved> observed = dossier.all(OtherFact.PortalStatusObserved.class);
        tag("portalObserved", !observed.isEmpty(), inScope, closed);
        tag("portalSynced", observed.stream().anyMatch(OtherFact.PortalStatusObserved::synced), inScope, closed);
        tag("rated", !dossier.all(OtherFact.SatisfactionRated.class).isEmpty(), inScope, closed);
        tag("satisfied", dossier.isSatisfied(), inScope, closed);
    }

    private void tag(String tag, boolean borne, boolean inScope, boolean closed) {
        if (borne && inScope) add("tags." + tag + ".inScope", 1);
        if (borne && closed) add("tags." + tag + ".resolved", 1);
    }

    private static boolean isOnline(OtherFact.FeePaid paid) {
        return paid.method() == OtherFact.PaymentMethod.ONLINE;
    }

    private boolean has(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    private void add(String cell, long count) {
        if (count != 0) cells.merge(cell, count, Long::sum);
    }
}
