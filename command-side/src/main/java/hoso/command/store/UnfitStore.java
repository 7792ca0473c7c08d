package hoso.command.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The store is shorter than what was seen of it, or another: it takes no writes until an operator has decided. */
public final class UnfitStore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param missing what lies behind its end
     * @param differing what it has otherwise than it was seen
     */
    UnfitStore(List<String> missing, List<String> differing) {
        super(
                Stream.concat(differing.stream(), missing.stream()).collect(Collectors.joining("; "))
                        + (differing.isEmpty()
                                ? ": put the store right, or, where what is missing is lost for good, go on above it with"
                                        + " infra/run restored"
                                : ": put the store right; what differs cannot be declared as lost"),
                null,
                false,
                false);
    }
}
