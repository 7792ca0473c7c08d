/** {@code GET} and {@code POST /api/v1/dossiers/{id}/clock}: the clock account as JSON and as sentences. */
@NullMarked
package hoso.query.audit.clock.answer;

import org.jspecify.annotations.NullMarked;
