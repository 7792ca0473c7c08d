package hoso.query.ledger;

import java.util.List;

/** What an event adds to the ledger at its position: nothing, where no figure moves. */
public record Posting(List<Line> lines) {

    public static final Posting NOTHING = new Posting(List.of());

    public static Posting between(Contribution before, Contribution after) {
        return new Posting(Lines.difference(after.lines(), before.lines()));
    }
}
