package hoso.query.report.dossiers;

import hoso.event.history.DossierHistory;

/** A dossier of a list, as it stood as of the position asked; it has a life. */
record Candidate(String id, DossierHistory history) {}
