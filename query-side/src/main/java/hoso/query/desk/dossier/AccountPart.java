package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;

/**
 * A clock account as it is drawn: as it was recorded, or as it would be.
 *
 * @param clock as {@code /clock} answers it
 */
public record AccountPart(Answer clock, LifeLine line) {

    public static AccountPart of(Answer clock) {
        return new AccountPart(clock, LifeLine.of(clock));
    }

    public boolean supposed() {
        return clock.has("supposed");
    }
}
