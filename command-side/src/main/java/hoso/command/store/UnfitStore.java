package hoso.command.store;

import java.util.List;

/** The store is shorter than what was seen of it, or another: it takes no writes until an operator has decided. */
public final class UnfitStore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitStore(List<String> sentences) {
        super(
                String.join("; ", sentences)
                        + ": put the store right, or, where what is missing is lost for good, go on"
                        + " above it with infra/run restored",
                null,
                false,
                false);
    }
}
