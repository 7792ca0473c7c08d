package hoso.query.snapshot.document;

import hoso.query.snapshot.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The office that a report is of, as the heading and the signature block name it (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 *
 * @param name as {@code Ủy ban nhân dân tỉnh Đồng Tháp}
 */
record Office(String name) {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String COMMITTEE = "Ủy ban nhân dân";

    private static final List<String> AREAS =
            List.of("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu");

    /** A people's committee where the unit is an area, else the unit itself. */
    static Office of(String unit) {
        return new Office(area(unit).isPresent() ? COMMITTEE + " " + lowered(unit) : unit);
    }

    boolean isCommittee() {
        return name.toLowerCase(VIETNAMESE).startsWith(COMMITTEE.toLowerCase(VIETNAMESE));
    }

    String inCapitals() {
        return name.toUpperCase(VIETNAMESE);
    }

    /** What follows a report: {@code trên địa bàn tỉnh Đồng Tháp}, {@code của Sở Nội vụ}. */
    String reach() {
        return isCommittee() ? "trên địa bàn " + lowered(territory()) : "của " + name;
    }

    /** Where it is signed, as {@code Đồng Tháp}; dots where the name does not say. */
    String place() {
        String territory = territory();
        return area(territory)
                .map(area -> territory.substring(area.length() + 1))
                .filter(rest -> !rest.matches("\\d+"))
                .orElse("..............");
    }

    /** What follows {@code Số:} until somebody has given the number. */
    String symbol() {
        return isCommittee() ? "/BC-UBND" : "/BC-";
    }

    /** The lines above the signature, of which one is the signer's title where that is known. */
    List<String> signer(Optional<Signature> signature) {
        Optional<String> title = signature.map(Signature::title).map(signed -> signed.toUpperCase(VIETNAMESE));
        Optional<String> deputyOf =
                title.filter(signed -> signed.startsWith("PHÓ ")).map(signed -> "KT. " + signed.substring(4));
        return Stream.of(isCommittee() ? Optional.of("TM. ỦY BAN NHÂN DÂN") : Optional.<String>empty(), deputyOf, title)
                .flatMap(Optional::stream)
                .toList();
    }

    private String territory() {
        return isCommittee() ? name.substring(COMMITTEE.length()).strip() : name;
    }

    private static Optional<String> area(String name) {
        String lower = name.toLowerCase(VIETNAMESE);
        return AREAS.stream().filter(area -> lower.startsWith(area + " ")).findFirst();
    }

    /** {@code tỉnh Đồng Tháp}, of {@code Tỉnh Đồng Tháp}. */
    private static String lowered(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(VIETNAMESE) + name.substring(1);
    }
}
