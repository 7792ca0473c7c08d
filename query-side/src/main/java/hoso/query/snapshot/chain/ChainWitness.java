package hoso.query.snapshot.chain;

/** Keeps apart from the chain what it ends with, so that rows taken from its end are missed. */
public interface ChainWitness {

    /** Of a chain to which nothing is added, or whose end nobody keeps. */
    ChainWitness NONE = new ChainWitness() {

        @Override
        public void added(long number, String hash) {}

        @Override
        public void committed() {}
    };

    /**
     * A row was added; in the transaction that adds it.
     *
     * @param hash of the row, in hexadecimal
     */
    void added(long number, String hash);

    /** That row is durable. Throws nothing: it is there, whatever becomes of its witness. */
    void committed();
}
