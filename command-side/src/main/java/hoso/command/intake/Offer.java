package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.edge.ProblemCode;
import hoso.event.Stream;
import org.jspecify.annotations.Nullable;

/** An event at the door: admitted to be judged, or refused there. */
public sealed interface Offer {

    /** Its place among the lines or elements sent, from 1. */
    long line();

    /** Its id, where it had one that can be told. */
    @Nullable
    String id();

    record Admitted(long line, @Nullable String id, Stream.Kind kind, Judging.Item item) implements Offer {}

    record Refused(long line, @Nullable String id, ProblemCode code, String detail) implements Offer {}
}
