package hoso.event.history;

import hoso.event.OtherFact;
import java.time.Instant;

/**
 * A fact that does not touch the clock.
 *
 * @param sequence the place of its event among the events of the dossier
 */
public record OtherEntry(int sequence, Instant at, OtherFact fact) {}
