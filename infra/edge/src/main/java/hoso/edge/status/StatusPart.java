package hoso.edge.status;

import java.util.function.Supplier;

/** One more member of the status, given by another part of the application. */
public interface StatusPart {

    /** The name of the member. */
    String name();

    /** What it shows now: a value that JSON can hold. */
    Object value();

    /** A member that shows what something says of itself. */
    static StatusPart of(String name, Supplier<?> said) {
        return new StatusPart() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public Object value() {
                return said.get();
            }
        };
    }
}
