package hoso.command.treehead;

import java.util.List;
import java.util.stream.Collectors;

/** The store is not what was signed; nothing more is signed until an operator has decided. */
final class StoreContradicts extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Contradiction> found;

    StoreContradicts(Contradiction found) {
        this(List.of(found));
    }

    StoreContradicts(List<Contradiction> found) {
        super(found.stream().map(Contradiction::sentence).collect(Collectors.joining("; ")));
        this.found = List.copyOf(found);
    }

    List<Contradiction> found() {
        return found;
    }
}
