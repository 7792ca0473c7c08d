package hoso.query.report.dossiers;

import hoso.event.history.DossierHistory;

/** A dossier that may stand behind a figure, as it stood as of the position asked; it has a life. */
public record Candidate(String id, DossierHistory history) {}
