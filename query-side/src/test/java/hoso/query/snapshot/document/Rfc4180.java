package hoso.query.snapshot.document;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values letter by letter, as RFC 4180 has them. */
final class Rfc4180 {

    private Rfc4180() {}

    static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            boolean pair = letter == '"' && place + 1 < text.length() && text.charAt(place + 1) == '"';
            if (quoted && pair) field.append(text.charAt(++place));
            else if (letter == '"') quoted = !quoted;
            else if (quoted || (letter != ',' && letter != '\r' && letter != '\n')) field.append(letter);
            else if (letter != '\r') {
                record.add(field.toString());
                field.setLength(0);
                if (letter == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            }
        }
        return records;
    }
}
