/** The feed of a query side that reads the very store that the command side writes. */
@NullMarked
package hoso.query.feed.store;

import org.jspecify.annotations.NullMarked;
