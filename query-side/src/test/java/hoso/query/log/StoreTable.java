package hoso.query.log;

import hoso.event.wire.Digests;
import hoso.query.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The store's tables, as far as the query side reads them. */
public final class StoreTable {

    private StoreTable() {}

    public static void create(Connection connection, String reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA store;
                    CREATE TABLE store.event (
                        position    bigint PRIMARY KEY,
                        recorded_at timestamptz NOT NULL,
                        sequence    integer NOT NULL,
                        stream      text COLLATE "C" NOT NULL,
                        leaf        bytea NOT NULL,
                        rest        bytea NOT NULL,
                        UNIQUE (stream, sequence));
                    CREATE TABLE store.incarnation (lost_from bigint, lost_to bigint)""");
            statement.execute("GRANT USAGE ON SCHEMA store TO " + reader);
            statement.execute("GRANT SELECT ON store.event, store.incarnation TO " + reader);
        }
    }

    public static void add(Connection connection, List<FabricatedLog.Row> rows) throws SQLException {
        var copy = new CopyRows();
        for (FabricatedLog.Row row : rows)
            copy.row(6)
                    .int8(row.position())
                    .timestamptz(row.recordedAt())
                    .int4(row.sequence())
                    .text(row.stream())
                    .bytea(Digests.leaf(row.body()))
                    .bytea(row.rest());
        copy.into(connection, "store.event");
    }
}
