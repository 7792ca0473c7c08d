package hoso.standalone.launch;

import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A house that writes down what happens to it, in itself and in its database. */
final class DiaryHouse implements ServingHouse {

    final List<String> diary = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable open(Prepared prepared) throws Exception {
        try (var connection = DriverManager.getConnection(
                        prepared.jdbcUrl(),
                        prepared.owner().user(),
                        prepared.owner().password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS diary (line text)");
            statement.execute(
                    "GRANT SELECT, INSERT ON diary TO " + prepared.application().user());
        }
        write(prepared, "opened");
        return () -> {
            write(prepared, "closed");
            diary.add("closed while PostgreSQL runs: " + prepared.postgres().running());
        };
    }

    private void write(Prepared prepared, String line) throws Exception {
        try (var connection = DriverManager.getConnection(
                        prepared.jdbcUrl(),
                        prepared.application().user(),
                        prepared.application().password());
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO diary VALUES ('" + line + "')");
            try (var rows = statement.executeQuery("SELECT string_agg(line, ' ') FROM diary")) {
                rows.next();
                diary.add(rows.getString(1));
            }
        }
    }

    @Override
    public String token(Options.Token order) {
        return "token of a " + order.role().code();
    }
}
