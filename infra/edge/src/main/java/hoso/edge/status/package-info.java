/** How any part of an application shows itself in the status, whichever side answers it. */
@NullMarked
package hoso.edge.status;

import org.jspecify.annotations.NullMarked;
