package hoso.standalone.demo.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A resource of the demo: one heading line, then one row a line, cells parted by semicolons. */
final class Table {

    /** One line, by the names of the heading. */
    record Row(Map<String, String> cells) {

        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) throw new IllegalArgumentException("no column " + column + " in " + cells);
            return cell;
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        LocalDate date(String column) {
            return LocalDate.parse(text(column));
        }

        /** The words of a cell, none where it is empty. */
        List<String> words(String column, String separator) {
            String cell = text(column);
            return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
        }
    }

    private Table() {}

    static List<Row> read(String name) {
        try (InputStream resource = Table.class.getResourceAsStream("/demo/" + name)) {
            if (resource == null) throw new IllegalStateException("the resource demo/" + name + " is missing");
            var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split(";", -1))
                    .toList();
            return lines.stream()
                    .skip(1)
                    .map(cells -> row(lines.getFirst(), cells))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String[] heading, String[] cells) {
        if (cells.length != heading.length)
            throw new IllegalArgumentException(String.join(";", cells) + " does not fit its heading");
        var row = new HashMap<String, String>();
        for (int index = 0; index < cells.length; index++) row.put(heading[index], cells[index]);
        return new Row(row);
    }
}
