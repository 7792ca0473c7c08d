/**
 * What never came: publishers that have gone silent, dossiers that were numbered and never published, and positions of origins
 * that are missing.
 *
 * <p>Asked over HTTP, and by the pages.
 */
@NullMarked
package hoso.query.audit.gap;

import org.jspecify.annotations.NullMarked;
