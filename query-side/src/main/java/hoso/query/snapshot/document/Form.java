package hoso.query.snapshot.document;

import java.util.List;

/** Form II.06 of Thông tư 01/2020/TT-VPCP. */
final class Form {

    /** Columns (3) to (13), in the order of the form: sums of the figures of a report. */
    static final List<String> COLUMNS = List.of(
            "received.total",
            "received.online",
            "received.directOrPostal",
            "received.carriedOver",
            "resolved.total",
            "resolved.early",
            "resolved.onTime",
            "resolved.late",
            "pending.total",
            "pending.notDue",
            "pending.overdue");

    private Form() {}
}
