package hoso.query.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections to the books: a pool for questions, single ones for whoever writes. */
final class BooksDatabase implements AutoCloseable {

    /** Questions are short; more at once than cores only wait for one another. */
    private static final int QUESTIONS_AT_ONCE = 16;

    /** A question that finds no connection in this time is answered 503. */
    private static final long CONNECTION_WITHIN_MS = 5_000;

    /** The next batch is read while one is taken in, and a rebuild reads beside it. */
    private static final int READS_OF_THE_PROJECTOR = 4;

    /** No question takes as long; and the server ends each of the projector's transactions at 30 s. */
    private static final int SOCKET_TIMEOUT_S = 60;

    private static final int LOGIN_TIMEOUT_S = 5;

    private final BooksProperties properties;
    private final HikariDataSource questions;
    private final HikariDataSource projecting;

    BooksDatabase(BooksProperties properties) {
        this.properties = properties;
        BooksSchema.migrate(properties.url(), properties.ownerUser(), properties.ownerPassword(), properties.user());
        this.questions = new HikariDataSource(pool("questions", QUESTIONS_AT_ONCE));
        this.projecting = new HikariDataSource(pool("projecting", READS_OF_THE_PROJECTOR));
    }

    /** For questions. */
    DataSource questions() {
        return questions;
    }

    /** For the projector's reading of the log: a crowd of slow questions must not keep the books behind. */
    DataSource projecting() {
        return projecting;
    }

    /** Opens a connection of its own each time, for whoever writes. */
    DataSource writing(String who) {
        var single = new PGSimpleDataSource();
        single.setUrl(properties.url());
        single.setUser(properties.user());
        single.setPassword(properties.password());
        single.setApplicationName("hoso " + who);
        single.setLoginTimeout(LOGIN_TIMEOUT_S);
        single.setConnectTimeout(LOGIN_TIMEOUT_S);
        single.setSocketTimeout(SOCKET_TIMEOUT_S);
        single.setTcpKeepAlive(true);
        return single;
    }

    private HikariConfig pool(String name, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(properties.url());
        config.setUsername(properties.user());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECTION_WITHIN_MS);
        config.addDataSourceProperty("ApplicationName", "hoso " + name);
        // as a text: the driver takes no notice of a property that is a number
        config.addDataSourceProperty("socketTimeout", Integer.toString(SOCKET_TIMEOUT_S));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("prepareThreshold", "1");
        return config;
    }

    @Override
    public void close() {
        questions.close();
        projecting.close();
    }
}
