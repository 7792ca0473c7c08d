package hoso.command.reference;

import hoso.command.judgement.Keys;
import hoso.event.AcceptedEvent;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * All reference data as the command side believes it.
 *
 * @param events how many events there were
 * @param keys the keys of the events by what they are about: a code means one thing as a unit, another as a procedure
 */
public record ReferenceTimeline(int events, ReferenceRegister register, Map<Subject, Keys> keys) {

    /** A unit, a procedure or a year. */
    public record Subject(Kind kind, String code) {

        enum Kind {
            UNIT,
            PROCEDURE,
            CALENDAR
        }

        static Subject of(ReferenceFact fact, String code) {
            return switch (fact) {
                case ReferenceFact.UnitFact unit -> new Subject(Kind.UNIT, code);
                case ReferenceFact.ProcedurePublished procedure -> new Subject(Kind.PROCEDURE, code);
                case ReferenceFact.CalendarPublished calendar -> new Subject(Kind.CALENDAR, code);
            };
        }
    }

    public static final ReferenceTimeline EMPTY = new ReferenceTimeline(0, ReferenceRegister.EMPTY, Map.of());

    public ReferenceTimeline {
        keys = Collections.unmodifiableMap(keys);
    }

    /** The keys of what a fact is about. */
    Keys keysOf(Subject subject) {
        return keys.getOrDefault(subject, Keys.NONE);
    }

    /** This timeline after one more event. */
    public ReferenceTimeline with(AcceptedEvent event) {
        var fact = (ReferenceFact) event.fact();
        Subject subject = Subject.of(fact, event.subject());
        var more = new HashMap<>(keys);
        more.put(subject, keysOf(subject).with(event.key(), event.statement().content(), event.sequence()));
        return new ReferenceTimeline(events + 1, register.with(event.subject(), fact), more);
    }
}
