package hoso.query.snapshot.document;

import hoso.query.snapshot.Signature;
import hoso.query.wording.Vietnamese;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An office by the name that it signs with, and what Nghị định 30/2020/NĐ-CP (Phụ lục I and II) makes of that name.
 *
 * @param name as {@code Ủy ban nhân dân tỉnh Đồng Tháp}
 */
record Office(String name) {

    private static final String COMMITTEE = "Ủy ban nhân dân";

    private static final List<String> AREAS =
            List.of("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu");

    /** An area that has a number for a name, or a person's, is called by its whole name, with a capital. */
    private static final String CALLED_IN_FULL = "\\d+|Hồ Chí Minh";

    /** A people's committee where the unit is an area, else the unit itself. */
    static Office of(String unit) {
        return new Office(area(unit).isPresent() ? COMMITTEE + " " + inSentence(unit) : unit);
    }

    boolean isCommittee() {
        return name.toLowerCase(Vietnamese.LOCALE).startsWith(COMMITTEE.toLowerCase(Vietnamese.LOCALE));
    }

    /** Whether a heading names no office above it: people's committees and ministries have none that directs them. */
    boolean headsAlone() {
        return isCommittee() || (name.startsWith("Bộ ") && !name.startsWith("Bộ phận "));
    }

    /** In capitals, a people's committee above its area. */
    List<String> inCapitals() {
        return (isCommittee() ? Stream.of(COMMITTEE, territory()) : Stream.of(name))
                .filter(line -> !line.isEmpty())
                .map(line -> line.toUpperCase(Vietnamese.LOCALE))
                .toList();
    }

    /** {@code UBND TỈNH ĐỒNG THÁP}: an office that is named as another's superior is abbreviated where that is common. */
    String inShort() {
        return (isCommittee() ? "UBND " + territory() : name).toUpperCase(Vietnamese.LOCALE);
    }

    /** What follows a report: {@code trên địa bàn tỉnh Đồng Tháp}, {@code của Sở Nội vụ}. */
    String reach() {
        return isCommittee() ? "trên địa bàn " + inSentence(territory()) : "của " + name;
    }

    /** Where it signs, as {@code Đồng Tháp}; empty where its name does not say. */
    Optional<String> place() {
        String territory = territory();
        return area(territory)
                .map(area -> territory.substring(area.length() + 1))
                .map(rest -> rest.matches(CALLED_IN_FULL) ? Vietnamese.capitalized(territory) : rest);
    }

    /** What follows {@code Số:} until somebody has given the number: {@code /BC-UBND}, {@code /BC-SNV}. */
    String symbol() {
        return "/BC-" + (isCommittee() ? "UBND" : initials());
    }

    private String initials() {
        return Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !word.equals("và"))
                .map(word -> word.substring(0, 1).toUpperCase(Vietnamese.LOCALE))
                .collect(Collectors.joining());
    }

    /** The lines above the signature, of which one is the signer's title where that is known. */
    List<String> signer(Optional<Signature> signature) {
        Optional<String> title = signature.map(Signature::title).map(signed -> signed.toUpperCase(Vietnamese.LOCALE));
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
        String lower = name.toLowerCase(Vietnamese.LOCALE);
        return AREAS.stream().filter(area -> lower.startsWith(area + " ")).findFirst();
    }

    /** {@code tỉnh Đồng Tháp}, of {@code Tỉnh Đồng Tháp}; but {@code Phường 1}. */
    private static String inSentence(String name) {
        boolean full = area(name)
                .map(area -> name.substring(area.length() + 1).matches(CALLED_IN_FULL))
                .orElse(false);
        if (full) return Vietnamese.capitalized(name);
        return Vietnamese.uncapitalized(name);
    }
}
