package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.vocabulary.VietnamTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A clock account as one line, to the scale of working time: an hour of it is as wide at noon as a month later. What is no
 * working time is folded to a mark. Places are in units of the drawing, from 0 to {@link #WIDTH}.
 *
 * @param spans of working time, counted, past due or paused, and the folds between them
 * @param holders who had the dossier, from left to right
 * @param dues each due instant that was in force, the last one last; those that lie where nothing is drawn left out
 * @param facts what happened, by the numbers of the account's steps from 1
 * @param ticks days, as many as have room
 * @param lateFrom where it turned late; empty where it never did
 * @param end where it ended; empty while it goes on
 */
public record LifeLine(
        List<Span> spans,
        List<Holder> holders,
        List<Mark> dues,
        List<Mark> facts,
        List<Tick> ticks,
        Optional<Mark> lateFrom,
        Optional<Mark> end) {

    /** Of the drawing. */
    public static final double WIDTH = 1_000;

    /** All folds together take no more of the width. */
    private static final double FOLDED_MAX = 0.2;

    private static final double FOLD_MAX = 7;
    private static final int TICKS_MAX = 12;

    /** The width of one on the average, at the size that the style sheet sets. */
    private static final double LETTER = 6.6;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");

    /** Of a life that goes on over the end of a year. */
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("dd/MM/yy");

    /** @param kind as the account has it in lower case; {@code fold} for what is no working time, {@code ahead} up to the due instant */
    public record Span(double x, double width, String kind, Instant from, Instant to) {}

    public record Holder(double x, double width, String name) {}

    public record Mark(double x, Instant at, int number) {}

    public record Tick(double x, String label) {}

    /** A stretch of the line; one of no weight is folded. */
    private record Piece(Instant from, Instant to, String kind, Duration weight, String holder) {

        boolean isFold() {
            return weight.isZero();
        }
    }

    /** @param clock as {@code /clock} answers it */
    public static LifeLine of(Answer clock) {
        List<Piece> pieces = pieces(clock);
        List<Span> spans = spans(pieces);
        Instant dueAt = clock.instant("verdict.dueAt");
        Optional<Instant> ended = instant(clock, "verdict.endedAt");
        boolean late = clock.flag("verdict.late");
        return new LifeLine(
                spans,
                holders(pieces, spans),
                dues(clock, spans),
                facts(clock, spans),
                ticks(spans),
                late ? place(spans, dueAt).map(x -> new Mark(x, dueAt, 0)) : Optional.empty(),
                ended.flatMap(at -> place(spans, at).map(x -> new Mark(x, at, 0))));
    }

    private static Optional<Instant> instant(Answer answer, String path) {
        return answer.has(path) ? Optional.of(answer.instant(path)) : Optional.empty();
    }

    /** What is no working time is one with its neighbours; what is still ahead up to the due instant comes last. */
    private static List<Piece> pieces(Answer clock) {
        List<Piece> pieces = new ArrayList<>();
        for (Answer segment : clock.list("segments")) {
            var piece = new Piece(
                    segment.instant("from"),
                    segment.instant("to"),
                    segment.text("kind").toLowerCase(Locale.ROOT),
                    segment.has("work") ? segment.span("work") : Duration.ZERO,
                    segment.text("holder.name"));
            Piece last = pieces.isEmpty() ? null : pieces.getLast();
            if (last != null && last.isFold() && piece.isFold())
                pieces.set(
                        pieces.size() - 1, new Piece(last.from(), piece.to(), "fold", Duration.ZERO, piece.holder()));
            else pieces.add(piece);
        }
        ahead(clock, pieces).ifPresent(pieces::add);
        return pieces;
    }

    private static Optional<Piece> ahead(Answer clock, List<Piece> pieces) {
        Instant dueAt = clock.instant("verdict.dueAt");
        Instant from = pieces.isEmpty()
                ? clock.instant("receivedAt")
                : pieces.getLast().to();
        String margin = clock.has("verdict.earlyBy") ? "verdict.earlyBy" : "verdict.left";
        if (!clock.has(margin) || !from.isBefore(dueAt) || clock.span(margin).isZero()) return Optional.empty();
        return Optional.of(new Piece(from, dueAt, "ahead", clock.span(margin), ""));
    }

    private static List<Span> spans(List<Piece> pieces) {
        long folds = pieces.stream().filter(Piece::isFold).count();
        double fold = folds == 0 ? 0 : Math.min(FOLD_MAX, WIDTH * FOLDED_MAX / folds);
        double work =
                pieces.stream().mapToDouble(piece -> seconds(piece.weight())).sum();
        double scale = work == 0 ? 0 : (WIDTH - folds * fold) / work;
        List<Span> spans = new ArrayList<>();
        double x = 0;
        for (Piece piece : pieces) {
            double width = piece.isFold() ? fold : seconds(piece.weight()) * scale;
            spans.add(new Span(x, width, piece.isFold() ? "fold" : piece.kind(), piece.from(), piece.to()));
            x += width;
        }
        return spans;
    }

    private static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }

    /** Where an instant lies; empty where it lies outside of what is drawn. */
    private static Optional<Double> place(List<Span> spans, Instant at) {
        for (Span span : spans)
            if (!at.isBefore(span.from()) && !at.isAfter(span.to())) {
                double whole = seconds(Duration.between(span.from(), span.to()));
                double part = whole == 0 ? 0 : seconds(Duration.between(span.from(), at)) / whole;
                return Optional.of(span.x() + span.width() * part);
            }
        return Optional.empty();
    }

    private static List<Holder> holders(List<Piece> pieces, List<Span> spans) {
        List<Holder> holders = new ArrayList<>();
        for (int index = 0; index < pieces.size(); index++) {
            String name = pieces.get(index).holder();
            Span span = spans.get(index);
            if (name.isEmpty()) continue;
            if (!holders.isEmpty() && holders.getLast().name().equals(name)) {
                Holder last = holders.removeLast();
                holders.add(new Holder(last.x(), span.x() + span.width() - last.x(), name));
            } else holders.add(new Holder(span.x(), span.width(), name));
        }
        return holders;
    }

    private static List<Mark> dues(Answer clock, List<Span> spans) {
        Set<Instant> instants = new LinkedHashSet<>();
        clock.list("steps").forEach(step -> instants.add(step.instant("dueAt")));
        Instant last = clock.instant("verdict.dueAt");
        instants.remove(last);
        instants.add(last);
        List<Mark> marks = new ArrayList<>();
        for (Instant at : instants) place(spans, at).ifPresent(x -> marks.add(new Mark(x, at, marks.size() + 1)));
        return marks;
    }

    private static List<Mark> facts(Answer clock, List<Span> spans) {
        List<Mark> marks = new ArrayList<>();
        int number = 0;
        for (Answer step : clock.list("steps")) {
            int each = ++number;
            Instant at = step.instant("at");
            place(spans, at).ifPresent(x -> marks.add(new Mark(x, at, each)));
        }
        return marks;
    }

    /** The beginnings of days, evenly thinned out. */
    private static List<Tick> ticks(List<Span> spans) {
        if (spans.isEmpty()) return List.of();
        boolean oneYear = VietnamTime.date(spans.getFirst().from()).getYear()
                == VietnamTime.date(spans.getLast().to()).getYear();
        DateTimeFormatter format = oneYear ? DAY : DAY_OF_YEAR;
        List<Tick> days = new ArrayList<>();
        LocalDate before = null;
        for (Span span : spans) {
            LocalDate day = VietnamTime.date(span.from());
            if (!span.kind().equals("fold") && !day.equals(before)) {
                days.add(new Tick(span.x(), format.format(day)));
                before = day;
            }
        }
        int every = Math.max(1, (days.size() + TICKS_MAX - 1) / TICKS_MAX);
        List<Tick> ticks = new ArrayList<>();
        for (int index = 0; index < days.size(); index += every) ticks.add(days.get(index));
        return ticks;
    }

    /** A place as SVG writes it, to a tenth. */
    public static String place(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }

    /** A text at the edge grows inwards. */
    public static String anchor(double x) {
        if (x < WIDTH * 0.12) return "start";
        return x > WIDTH * 0.88 ? "end" : "middle";
    }

    /** As much of a name as its span has room for. */
    public static String fitting(Holder holder) {
        int letters = (int) (holder.width() / LETTER) - 1;
        return holder.name().length() <= letters
                ? holder.name()
                : holder.name().substring(0, Math.max(0, letters - 1)).strip() + "…";
    }
}
