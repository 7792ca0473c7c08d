package hoso.query.report;

import static hoso.query.ledger.Measure.*;

import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.books.BookReader;
import hoso.query.ledger.Measure;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.UnitLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A province with a department and two districts, of which one has two communes; on 1 July 2025 commune H1.2.2 is merged
 * into H1.3. Its ledger is posted by hand.
 */
public final class Town {

    static final List<String> UNITS = List.of("H1", "H1.1", "H1.2", "H1.2.1", "H1.2.2", "H1.3");

    /** 2 is offered under field B, all others under A. */
    static final List<String> PROCEDURES = List.of("1.000001", "1.000002", "1.000003");

    private final Postings books = new Postings();
    public final ReferenceRegister reference;
    private long position;

    public Town() {
        LocalDate begin = LocalDate.of(2020, 1, 1);
        ReferenceRegister known = ReferenceRegister.EMPTY
                .with("H1", unit("Tỉnh Một", UnitLevel.PROVINCE, null, begin))
                .with("H1.1", unit("Sở Một", UnitLevel.DEPARTMENT, "H1", begin))
                .with("H1.2", unit("Huyện Hai", UnitLevel.DISTRICT, "H1", begin))
                .with("H1.2.1", unit("Xã Một", UnitLevel.COMMUNE, "H1.2", begin))
                .with("H1.2.2", unit("Xã Hai", UnitLevel.COMMUNE, "H1.2", begin))
                .with("H1.3", unit("Huyện Ba", UnitLevel.DISTRICT, "H1", begin))
                .with("H1.2.2", new ReferenceFact.UnitMerged("H1.3", LocalDate.of(2025, 7, 1)));
        for (String procedure : PROCEDURES)
            known = known.with(
                    procedure,
                    new ReferenceFact.ProcedurePublished(
                            "Thủ tục " + procedure,
                            field(procedure),
                            OnlineLevel.FULL,
                            new Processing(Processing.Kind.WORKING_DAYS, 5),
                            null,
                            null,
                            null,
                            begin));
        reference = known;
    }

    static String field(String procedure) {
        return procedure.endsWith("2") ? "B" : "A";
    }

    private static ReferenceFact unit(String name, UnitLevel level, @Nullable String parent, LocalDate from) {
        return new ReferenceFact.UnitRegistered(name, level, parent, from);
    }

    /** What its ledger answers. */
    public BookReader books() {
        return books;
    }

    public long position() {
        return position;
    }

    /** Posts lines of the online dossiers of one unit under the first procedure, as one event. */
    public Town posted(String unit, Instant at, Measure... measures) {
        position++;
        for (Measure measure : measures) line(unit, PROCEDURES.getFirst(), "ONLINE", at, measure, 1);
        return this;
    }

    public Town posted(String unit, Instant at, Measure measure, long count) {
        position++;
        line(unit, PROCEDURES.getFirst(), "ONLINE", at, measure, count);
        return this;
    }

    /** A dossier that was received, and perhaps closed, at random, with lines that fit each other. */
    public void dossier(Random random, Instant earliest, Instant latest) {
        position++;
        String unit = one(random, UNITS);
        String procedure = one(random, PROCEDURES);
        String channel = one(random, List.of("ONLINE", "DIRECT", "POSTAL"));
        Instant received = between(random, earliest, latest);
        Instant due = between(random, received, latest.plusSeconds(1));
        Instant closed = random.nextInt(3) == 0 ? null : between(random, received, latest.plusSeconds(1));
        Measure timeliness = closed == null ? null : closed.isAfter(due) ? CLOSED_LATE : CLOSED_EARLY;
        var one = new Object() {
            void line(Instant at, Measure measure, long count) {
                Town.this.line(unit, procedure, channel, at, measure, count);
            }
        };
        one.line(received, RECEIVED, 1);
        one.line(received, Measure.valueOf("RECEIVED_" + channel), 1);
        boolean paused = random.nextInt(4) == 0 && timeliness != CLOSED_LATE;
        if (paused) one.line(received, PAUSED, 1);
        if (paused && closed != null) one.line(closed, PAUSED, -1);
        if (!paused && timeliness != CLOSED_EARLY) one.line(due, OVERDUE, 1);
        if (timeliness == CLOSED_LATE && closed != null) one.line(closed, OVERDUE, -1);
        if (closed != null && timeliness != null) {
            one.line(closed, timeliness, 1);
            one.line(closed, OUTCOME_APPROVED, 1);
        }
        if (random.nextBoolean()) {
            one.line(received, DIGITIZED_RECEIVED, 1);
            if (closed != null) one.line(closed, DIGITIZED_CLOSED, 1);
        }
        if (random.nextInt(3) == 0) one.line(between(random, received, latest.plusSeconds(1)), NOTIFICATIONS, 1);
    }

    public void petition(Random random, Instant earliest, Instant latest) {
        position++;
        String unit = one(random, UNITS);
        Instant received = between(random, earliest, latest);
        line(unit, "", "", received, PETITION_RECEIVED, 1);
        line(unit, "", "", received, random.nextBoolean() ? PETITION_REGULATION : PETITION_BEHAVIOUR, 1);
        if (random.nextBoolean()) line(unit, "", "", between(random, received, latest), PETITION_ANSWERED, 1);
    }

    private void line(String unit, String procedure, String channel, Instant at, Measure measure, long count) {
        books.add(new Postings.Line(position, at, unit, procedure, field(procedure), channel, measure, count));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A whole second of {@code [from, to)}. */
    private static Instant between(Random random, Instant from, Instant to) {
        return from.plusSeconds(random.nextLong(Math.max(1, to.getEpochSecond() - from.getEpochSecond())));
    }
}
