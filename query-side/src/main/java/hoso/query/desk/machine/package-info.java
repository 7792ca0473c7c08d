/** Máy: how the machine is, for its administrator. */
@NullMarked
package hoso.query.desk.machine;

import org.jspecify.annotations.NullMarked;
