/**
 * Freezing reports, signing them, and opening them again to whoever may see the report.
 *
 * <p>Called over HTTP and by the pages.
 */
@NullMarked
package hoso.query.snapshot.freeze;

import org.jspecify.annotations.NullMarked;
