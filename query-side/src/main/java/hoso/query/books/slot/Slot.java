package hoso.query.books.slot;

/** One of the two sets of tables: the live one, and the one beside it. */
public record Slot(int number) {

    public Slot {
        if (number != 0 && number != 1) throw new IllegalArgumentException("there is no slot " + number);
    }

    /** The full name of one of its tables. */
    public String table(String name) {
        return "books." + name + "_" + number;
    }

    public Slot other() {
        return new Slot(1 - number);
    }
}
