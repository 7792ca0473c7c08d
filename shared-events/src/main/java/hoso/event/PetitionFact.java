package hoso.event;

/** Something about one petition (phản ánh, kiến nghị). */
public sealed interface PetitionFact extends Fact {

    record PetitionReceived(Kind kind, Source source, String unit) implements PetitionFact {}

    /** About a regulation, or about the behaviour of an office. */
    enum Kind {
        REGULATION,
        BEHAVIOUR
    }

    enum Source {
        NATIONAL_PORTAL,
        HOTLINE,
        DIRECT,
        LETTER
    }

    record PetitionAnswered() implements PetitionFact {}

    record PetitionPublished() implements PetitionFact {}

    record PetitionRated(boolean satisfied) implements PetitionFact {}
}
