package hoso.edge.status;

/** One more member of the status, given by another part of the application. */
public interface StatusPart {

    /** The name of the member. */
    String name();

    /** What it shows now: a value that JSON can hold. */
    Object value();
}
