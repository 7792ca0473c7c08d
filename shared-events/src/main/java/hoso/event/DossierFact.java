package hoso.event;

/** Something about one dossier. */
public sealed interface DossierFact extends Fact permits ClockFact, OtherFact, Amendment, Note {}
