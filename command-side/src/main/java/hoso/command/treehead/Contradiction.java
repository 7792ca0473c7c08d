package hoso.command.treehead;

import hoso.proof.Incarnations.Gap;

/** Something that a head, its file or the log of leaves has seen, and that the store no longer has. */
public sealed interface Contradiction {

    /** For whoever has to decide which of them is right. */
    String sentence();

    /**
     * The store ends before what was seen of it: it was restored to an earlier point, or cut.
     *
     * @param witness what has seen it
     * @param seen the position
     * @param has the last one that is there
     */
    record Shorter(Witness witness, long seen, long has) implements Contradiction {

        @Override
        public String sentence() {
            return "the store ends at position " + has + ", and " + witness.says() + " has seen position " + seen
                    + ": it was restored to an earlier point, or cut";
        }
    }

    /** The events up to a position are not those that were signed. */
    record OtherRoot(Witness witness, long size) implements Contradiction {

        @Override
        public String sentence() {
            return "the events up to position " + size + " are not those that " + witness.says()
                    + " has signed: find the first that differs with infra/run verify";
        }
    }

    /** The leaf of an event is not the one that was seen. */
    record OtherLeaf(long position) implements Contradiction {

        @Override
        public String sentence() {
            return "the event at position " + position + " is not the one that the log of leaves has seen";
        }
    }

    /** There is no event at a position below the last, and none is declared as lost there. */
    record Missing(long position) implements Contradiction {

        @Override
        public String sentence() {
            return "the store lacks position " + position;
        }
    }

    /** What was seen cannot be read: somebody has changed it, or may not be asked. */
    record Unreadable(Witness witness, String why) implements Contradiction {

        @Override
        public String sentence() {
            String sentence = witness.says() + " cannot be read: " + why;
            return witness == Witness.TABLE
                    ? sentence
                    : sentence + "; put a copy of it there, or, where nobody has one, take it away";
        }
    }

    /** Something lies above positions that are declared as lost, and was there before that: they were not lost. */
    record NotLost(Witness witness, long seen, Gap gap) implements Contradiction {

        @Override
        public String sentence() {
            return "positions " + gap.from() + " to " + gap.to() + " are declared as lost, and " + witness.says()
                    + " has seen position " + seen + " before: what is lost lies above all that was seen";
        }
    }

    /** Positions are declared as lost, and no instance of this house has carried out an order to do so. */
    record NotOrdered(int incarnation, Gap gap) implements Contradiction {

        @Override
        public String sentence() {
            return "positions " + gap.from() + " to " + gap.to() + " are declared as lost, and nobody has signed that:"
                    + " incarnation " + incarnation + " was put into the database by another";
        }
    }

    /** What keeps a head or a leaf apart from the events. */
    enum Witness {
        TABLE("the table of heads"),
        FILE("the file of heads"),
        LEAF_LOG("the log of leaves"),
        KEYS("the folder of public keys");

        private final String words;

        Witness(String words) {
            this.words = words;
        }

        String says() {
            return words;
        }
    }
}
