package hoso.command.aggregate;

import hoso.command.judgement.Judgement;

/** The answer to one submission. */
public sealed interface Verdict {

    /** Durable, at a position. */
    record Accepted(long position) implements Verdict {}

    /** Accepted before, at that position. */
    record Duplicate(long position) implements Verdict {}

    record Refused(Judgement.Refused refused) implements Verdict {}
}
