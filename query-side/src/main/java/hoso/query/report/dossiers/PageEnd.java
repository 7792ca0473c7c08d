package hoso.query.report.dossiers;

import hoso.edge.Parameters;
import hoso.query.feed.OriginCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;

/**
 * Where a page ended, and what the next must be answered with so that both belong to one list. Clients get it as an
 * opaque text; nothing in it is secret, and the rights are judged anew for each page.
 *
 * @param list which list it belongs to
 * @param position as of which
 * @param at the moment of asking, or the one asked for
 * @param last the last dossier of the page
 */
public record PageEnd(String list, long position, Instant at, LocalDate tree, SortKey last) {

    private static final String SEPARATOR = "|";
    private static final int PARTS = 6;

    /** As it is given to a client. */
    public String text() {
        String plain = String.join(
                SEPARATOR,
                list,
                Long.toString(position),
                at.toString(),
                tree.toString(),
                last.instant().toString(),
                last.id());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws hoso.edge.Problem {@code malformed}, where it is no such text */
    public static PageEnd read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", -1);
            if (parts.length != PARTS) throw unreadable();
            long position = Long.parseLong(parts[1]);
            if (position < 0 || !OriginCode.isCode(parts[5])) throw unreadable();
            return new PageEnd(
                    parts[0],
                    position,
                    Instant.parse(parts[2]),
                    LocalDate.parse(parts[3]),
                    new SortKey(Instant.parse(parts[4]), parts[5]));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw unreadable();
        }
    }

    private static RuntimeException unreadable() {
        return Parameters.malformed("after is not the next of a page");
    }
}
