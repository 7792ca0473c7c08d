package hoso.command.aggregate;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.store.Appending;
import hoso.command.store.Placed;
import java.util.List;

/**
 * The one command: judge these submissions in their order, and append what is accepted as one.
 *
 * @param reference the reference data they are all decided with
 * @param appending where what is accepted is waited for
 */
record JudgeChunk(List<Judging.Item> items, Reference reference, Appending appending) {

    /**
     * How one of them ended.
     *
     * @param placed told the position of what was accepted, or of what it repeats where that is in the same chunk
     */
    record Judged(Judgement judgement, Placed placed) {}
}
