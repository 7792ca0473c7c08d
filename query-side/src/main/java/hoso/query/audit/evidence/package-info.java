/**
 * {@code GET /api/v1/dossiers/{id}/evidence}: a bundle that proves to a stranger, offline, what happened to a dossier and what
 * follows from it; and the check of such a bundle.
 *
 * <p>Whoever makes the account of a bundle and whoever checks it call the same function of its events.
 */
@NullMarked
package hoso.query.audit.evidence;

import org.jspecify.annotations.NullMarked;
