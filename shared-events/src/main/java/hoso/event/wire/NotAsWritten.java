package hoso.event.wire;

/** Bytes are not as this product writes them; whoever reads them must look more closely. Never seen outside. */
final class NotAsWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAsWritten() {
        super("not as this product writes it", null, false, false);
    }
}
