/**
 * {@code GET /api/v1/dossiers/{id}/days}: what was shown of a dossier on each evening, with what was known then: what is
 * overdue one day and not the next is explained by the facts that arrived between.
 */
@NullMarked
package hoso.query.audit.day;

import org.jspecify.annotations.NullMarked;
