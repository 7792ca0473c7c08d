/**
 * What the lists of the audit have in common: a report's question, page by page in the order of the ids.
 *
 * <p>Called by each of the lists.
 */
@NullMarked
package hoso.query.audit.page;

import org.jspecify.annotations.NullMarked;
