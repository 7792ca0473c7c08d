/**
 * Restatement: what a frozen report would say now, and for each figure that differs the events that moved it, adding up
 * exactly to the difference.
 *
 * <p>Called over HTTP, and where a report joins the snapshot before it.
 */
@NullMarked
package hoso.query.snapshot.restatement;

import org.jspecify.annotations.NullMarked;
