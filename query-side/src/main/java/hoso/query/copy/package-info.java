/** Rows to PostgreSQL in its own binary format, which turns nothing into text and back. */
@NullMarked
package hoso.query.copy;

import org.jspecify.annotations.NullMarked;
