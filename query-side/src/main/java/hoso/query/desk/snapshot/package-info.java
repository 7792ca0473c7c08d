/** Báo cáo đã chốt: what was frozen, its documents and signature, its replay from the event store, and what moved since. */
@NullMarked
package hoso.query.desk.snapshot;

import org.jspecify.annotations.NullMarked;
