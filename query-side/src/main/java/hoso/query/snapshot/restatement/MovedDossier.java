package hoso.query.snapshot.restatement;

import java.util.List;

/**
 * A dossier or petition whose events moved a figure.
 *
 * @param difference of all of them together; may be 0
 */
record MovedDossier(String id, long difference, List<MovedEvent> events) {}
