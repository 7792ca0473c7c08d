/**
 * Nhập liệu: corrects or voids a fact, rules on a dispute, publishes a calendar. What it would do is shown first; then the same
 * event is published that any other system would publish, through the same door.
 */
@NullMarked
package hoso.query.desk.entry;

import org.jspecify.annotations.NullMarked;
