package hoso.query.audit.gap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the id of a dossier is made of where it follows Thông tư 01/2018/TT-VPCP, Điều 19: {@code H20.01-240227-0012} is the
 * twelfth that H20.01 received on 27 February 2024. Numbers begin with 1 each day.
 *
 * @param prefix the code before the day, with the origin where origins are rolled up
 * @param digits 4 or 5
 */
record DossierNumber(String prefix, LocalDate day, int number, int digits) {

    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{6})-(\\d{4,5})");

    /** All of this century; 31 February is no day, and not the last one of that month. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Empty where the id is of another form. */
    static Optional<DossierNumber> of(String id) {
        var parts = FORM.matcher(id);
        if (!parts.matches()) return Optional.empty();
        try {
            LocalDate day = LocalDate.parse(parts.group(2), DAY);
            String number = parts.group(3);
            return Optional.of(new DossierNumber(parts.group(1), day, Integer.parseInt(number), number.length()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** What the numbers of one day have in common: {@code H20.01-240227}. */
    static String series(String prefix, LocalDate day) {
        return prefix + "-" + DAY.format(day);
    }

    static String id(String series, int number, int digits) {
        return series + "-" + ("%0" + digits + "d").formatted(number);
    }

    String series() {
        return series(prefix, day);
    }
}
