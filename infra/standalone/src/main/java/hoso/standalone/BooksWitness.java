package hoso.standalone;

import hoso.command.store.Witness;
import hoso.command.treehead.SeenPlace;
import hoso.query.feed.Place;
import hoso.query.wiring.BooksPlace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;

/**
 * The books of the query side in this program, where they are made from the store: what they have read was there. Neither side
 * knows the other; here they meet.
 */
@ConditionalOnProperty(name = "hoso.feed", havingValue = "store", matchIfMissing = true)
final class BooksWitness implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(BooksWitness.class);

    private final String url;
    private final String user;
    private final String password;

    BooksWitness(Environment environment) {
        this.url = environment.getRequiredProperty("hoso.books.url");
        this.user = environment.getRequiredProperty("hoso.books.user");
        this.password = environment.getRequiredProperty("hoso.books.password");
    }

    @Override
    public Sight look(Connection store) throws SQLException {
        var place = read();
        if (place.isEmpty()) return Sight.NONE;
        return new SeenPlace(
                        "the ledger's books",
                        place.get().position(),
                        place.get().leaf())
                .against(store);
    }

    /** Books in another database may be away: events are taken all the same. */
    private Optional<Place> read() {
        try {
            return BooksPlace.read(url, user, password);
        } catch (SQLException away) {
            LOG.warn("the store is not compared with the books: {}", away.getMessage());
            return Optional.empty();
        }
    }
}
