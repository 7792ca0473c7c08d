package hoso.command.judgement;

import hoso.event.AcceptedEvent;
import java.util.Map;

/** How the judging of a submission ends. */
public sealed interface Judgement {

    /** It is believed, with what followed from it. */
    record Accepted(AcceptedEvent event) implements Judgement {}

    /** It was accepted before, as the event at that place of its stream. */
    record Duplicate(int sequence) implements Judgement {}

    /**
     * The publisher asked the impossible; nothing changes.
     *
     * @param detail one sentence for people
     * @param facts what the refusal rests on, by name
     */
    record Refused(RefusalCode code, String detail, Map<String, Object> facts) implements Judgement {
        public Refused(RefusalCode code, String detail) {
            this(code, detail, Map.of());
        }
    }
}
