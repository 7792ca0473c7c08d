package hoso.command.intake;

import hoso.command.store.SickEvent;
import hoso.command.store.StoreUnavailable;
import hoso.command.store.UnfitStore;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a sender is told while the store cannot serve. */
public final class StoreAway {

    private static final Logger LOG = LoggerFactory.getLogger(StoreAway.class);

    private StoreAway() {}

    public static Problem problem(StoreUnavailable away) {
        LOG.debug("the store is away", away);
        if (away.getCause() instanceof SickEvent sick)
            return Problem.of(ProblemCode.UNAVAILABLE, "nothing can be decided: " + sick.getMessage());
        if (away.getCause() instanceof UnfitStore unfit)
            return Problem.of(ProblemCode.UNAVAILABLE, "nothing is taken: " + unfit.getMessage());
        return Problem.of(
                ProblemCode.UNAVAILABLE,
                "the store cannot serve now; send again what was not answered, it does no harm twice");
    }
}
