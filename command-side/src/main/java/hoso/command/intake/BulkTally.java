package hoso.command.intake;

import hoso.command.aggregate.Verdict;

/** Told of each offer of one sender once it is durable or refused, in their order. */
public interface BulkTally {

    void count(Offer.Admitted offer, Verdict verdict);

    void count(Offer.Refused refused);
}
