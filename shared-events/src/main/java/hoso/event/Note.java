package hoso.event;

/** A note on a dossier, which moves no figure. */
public sealed interface Note extends DossierFact {

    record Disputed() implements Note {}

    record DisputeRuled(EventKey dispute, Verdict verdict, String authority) implements Note {}

    enum Verdict {
        UPHELD,
        DISMISSED
    }

    /** An order that empties the free text of a dossier, here and in every copy. */
    record TextsErased(String authority) implements Note {}
}
