package hoso.edge;

/** The program is not started: what is set cannot be; the message is one line for the operator, and names the property. */
public final class Misconfigured extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public Misconfigured(String line) {
        super(line);
    }
}
