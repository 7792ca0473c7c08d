package hoso.testkit.brute;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one dossier, or one petition, adds to each cell of a report on {@code [from, to)}. */
final class BruteCells {
    private final SortedMap<String, Long> cells = new TreeMap<>();
    private final Instant from;
    private final Instant to;

    private BruteCells(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    static SortedMap<String, Long> ofDossier(BruteDossier dossier, Instant from, Instant to) {
        BruteCells share = new BruteCells(from, to);
        share.movements(dossier);
        for (String tag : BruteTags.ALL) {
            share.tag(dossier, tag);
        }
        share.amounts(dossier);
        return share.cells;
    }

    static SortedMap<String, Long> ofPetition(BrutePetition petition, Instant from, Instant to) {
        BruteCells share = new BruteCells(from, to);
        boolean received = share.inPeriod(petition.receivedAt());
        share.add("petitions.received", received);
        share.add("petitions.regulation", received && petition.kind().equals("REGULATION"));
        share.add("petitions.behaviour", received && petition.kind().equals("BEHAVIOUR"));
        share.add("petitions.carriedOver", petition.openAt(from));
        share.add("petitions.answered", petition.answeredAt() != null && share.inPeriod(petition.answeredAt()));
        share.add("petitions.published", petition.publishedAt() != null && share.inPeriod(petition.publishedAt()));
        share.add("petitions.pending", petition.openAt(to));
        return share.cells;
    }

    private void movements(BruteDossier dossier) {
        boolean received = inPeriod(dossier.receivedAt());
        boolean carried = dossier.openAt(from);
        boolean closed = dossier.closed() && inPeriod(dossier.closedAtOrThrow());
        boolean pending = dossier.openAt(to);
        add("received.total", received || carried);
        add("received.new", received);
        add("received.online", received && dossier.channel().equals("ONLINE"));
        add("received.direct", received && dossier.channel().equals("DIRECT"));
        add("received.postal", received && dossier.channel().equals("POSTAL"));
        add("received.carriedOver", carried);
        add("resolved.total", closed);
        add("resolved.early", closed && "EARLY".equals(dossier.timeliness()));
        add("resolved.onTime", closed && "ON_TIME".equals(dossier.timeliness()));
        add("resolved.late", closed && "LATE".equals(dossier.timeliness()));
        for (String outcome : new String[] {"approved", "rejected", "withdrawn", "declined"}) {
            add("resolved." + outcome, closed && outcome.equals(dossier.outcome()));
        }
        add("pending.total", pending);
        add("pending.overdue", dossier.overdueAt(to));
        add("pending.notDue", pending && !dossier.overdueAt(to));
        add("pending.paused", dossier.pausedAt(to));
    }

    private void tag(BruteDossier dossier, String tag) {
        boolean has = dossier.tags().contains(tag);
        boolean received = inPeriod(dossier.receivedAt());
        add("tags." + tag + ".inScope", has && (received || dossier.openAt(from)));
        add("tags." + tag + ".new", has && received);
        add("tags." + tag + ".resolved", has && dossier.closed() && inPeriod(dossier.closedAtOrThrow()));
    }

    private void amounts(BruteDossier dossier) {
        long paid = 0;
        long payments = 0;
        for (BruteFact payment : dossier.factsOf("dossier.fee-paid")) {
            if (inPeriod(payment.time())
                    && payment.data().get("method").stringValue().equals("ONLINE")) {
                paid += payment.data().get("amount").longValue();
                payments++;
            }
        }
        cells.put("amounts.paidOnline", paid);
        cells.put("amounts.onlinePayments", payments);
        cells.put(
                "amounts.notifications",
                dossier.factsOf("dossier.notified").stream()
                        .filter(notice -> inPeriod(notice.time()))
                        .count());
    }

    private boolean inPeriod(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    private void add(String cell, boolean counts) {
        cells.put(cell, counts ? 1L : 0L);
    }
}
