package hoso.query.snapshot.restatement;

import java.util.List;

/**
 * A dossier or petition whose events moved a figure.
 *
 * @param id where origins are rolled up with its origin, as {@code H20:H20.01-240227-0002}
 * @param difference of all of them together; may be 0
 */
record MovedDossier(String id, long difference, List<MovedEvent> events) {}
