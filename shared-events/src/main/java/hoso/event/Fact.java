package hoso.event;

/** What a publisher states, without free text: that lies apart from the events. */
public sealed interface Fact permits DossierFact, PetitionFact, ReferenceFact {}
