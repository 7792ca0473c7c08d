/** Files that hold keys and tokens, and how keys stand in them; called by whoever keeps some. */
@NullMarked
package hoso.edge.secret;

import org.jspecify.annotations.NullMarked;
