package hoso.query.wiring;

import hoso.query.feed.Place;
import java.sql.SQLException;
import java.util.Optional;

/** How far the live books have read the log, for whoever asks before they are opened. */
public final class BooksPlace {

    private BooksPlace() {}

    /** Empty where there are no books yet. */
    public static Optional<Place> read(String url, String user, String password) throws SQLException {
        try (var connection = BriefConnection.open(url, user, password);
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("SELECT to_regclass('books.book') IS NOT NULL")) {
                row.next();
                if (!row.getBoolean(1)) return Optional.empty();
            }
            try (var row = statement.executeQuery("SELECT position, leaf FROM books.book WHERE live")) {
                return row.next() ? Optional.of(new Place(row.getLong(1), row.getBytes(2))) : Optional.empty();
            }
        }
    }
}
