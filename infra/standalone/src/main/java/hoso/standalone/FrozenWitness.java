package hoso.standalone;

import hoso.command.store.Witness;
import hoso.command.treehead.HeadTable;
import hoso.query.wiring.FrozenPlace;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;

/**
 * The frozen reports of the query side in this program: where one has counted more than the store has, other events at its
 * positions would keep it from ever being replayed.
 */
@ConditionalOnProperty(name = "hoso.feed", havingValue = "store", matchIfMissing = true)
final class FrozenWitness implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(FrozenWitness.class);

    private final String url;
    private final String user;
    private final String password;

    FrozenWitness(Environment environment) {
        this.url = environment.getRequiredProperty("hoso.books.url");
        this.user = environment.getRequiredProperty("hoso.books.user");
        this.password = environment.getRequiredProperty("hoso.books.password");
    }

    @Override
    public Sight look(Connection store) throws SQLException {
        long position = read();
        var table = new HeadTable(store);
        long last = table.newestPosition();
        return position <= last || table.incarnations().gapAt(position).isPresent()
                ? Sight.of(position)
                : Sight.missing(
                        position,
                        "the store ends at position " + last + ", and a frozen report has counted up to position "
                                + position);
    }

    /** Reports in another database may be away: events are taken all the same. */
    private long read() {
        try {
            return FrozenPlace.read(url, user, password);
        } catch (SQLException away) {
            LOG.warn("the store is not compared with the frozen reports: {}", away.getMessage());
            return 0;
        }
    }
}
