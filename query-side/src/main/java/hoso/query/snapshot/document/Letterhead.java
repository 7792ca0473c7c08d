package hoso.query.snapshot.document;

import hoso.query.snapshot.Signature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who sends a report, under whom and from where (Nghị định 30/2020/NĐ-CP, Phụ lục I: tên cơ quan ban hành văn bản, địa
 * danh).
 *
 * @param unit that the report is of
 * @param sender that signs it: the unit itself, or whoever was recorded to answer for it
 * @param above the offices above the unit, nearest first
 */
record Letterhead(Office unit, Office sender, List<Office> above) {

    /** Where nobody says where a report is signed. */
    private static final String UNKNOWN_PLACE = "..............";

    static Letterhead of(PrintedSnapshot snapshot) {
        Office unit = Office.of(snapshot.report().name());
        return new Letterhead(
                unit,
                snapshot.signature().map(Signature::office).map(Office::new).orElse(unit),
                snapshot.report().above().stream().map(Office::of).toList());
    }

    /** The office that directs the sender, {@code cơ quan chủ quản trực tiếp}; of a committee's own office the committee. */
    Optional<Office> superior() {
        if (sender.headsAlone()) return Optional.empty();
        return unit.isCommittee() ? Optional.of(unit) : above.stream().findFirst();
    }

    /** That of the nearest office whose name tells it. */
    String place() {
        return Stream.concat(Stream.of(sender, unit), above.stream())
                .flatMap(office -> office.place().stream())
                .findFirst()
                .orElse(UNKNOWN_PLACE);
    }
}
