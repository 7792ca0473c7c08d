/**
 * What an auditor asks about one dossier: its state and every event of its history, as of any position.
 *
 * <p>Asked over HTTP, and by the pages.
 */
@NullMarked
package hoso.query.audit;

import org.jspecify.annotations.NullMarked;
