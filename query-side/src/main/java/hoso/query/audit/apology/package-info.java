/**
 * Late dossiers of a unit and period and the letters of apology owed for them: none written, promises passed, kept and broken.
 *
 * <p>Asked over HTTP, and by the pages.
 */
@NullMarked
package hoso.query.audit.apology;

import org.jspecify.annotations.NullMarked;
