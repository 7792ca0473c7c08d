package hoso.query.snapshot.document.template;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of a template stand for. A value is a text, a whole number, a percentage ({@link java.math.BigDecimal}),
 * a truth, or a list of scopes.
 */
public interface Scope {

    /** Whether there is such a name, though it may stand for nothing here. */
    boolean knows(String name);

    /** Empty where it stands for nothing. */
    Optional<Object> find(String name);

    /** Names with values that all stand for something. */
    static Scope of(Map<String, Object> values) {
        return of(values.keySet(), values);
    }

    /** Names of which those without a value stand for nothing. */
    static Scope of(Collection<String> names, Map<String, Object> values) {
        return new Scope() {
            @Override
            public boolean knows(String name) {
                return names.contains(name);
            }

            @Override
            public Optional<Object> find(String name) {
                return Optional.ofNullable(values.get(name));
            }
        };
    }

    /** This one first, and the other for names that this one does not know. */
    default Scope within(Scope outer) {
        Scope inner = this;
        return new Scope() {
            @Override
            public boolean knows(String name) {
                return inner.knows(name) || outer.knows(name);
            }

            @Override
            public Optional<Object> find(String name) {
                return inner.knows(name) ? inner.find(name) : outer.find(name);
            }
        };
    }
}
