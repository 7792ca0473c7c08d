/** Numbers, dates, times and durations as officials write them. */
@NullMarked
package hoso.query.wording;

import org.jspecify.annotations.NullMarked;
