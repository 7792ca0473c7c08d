package hoso.query.audit.reading;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the record; each is committed by itself before its look is answered. */
public final class ReadTable implements ReadLog {

    private static final String INSERT = """
            INSERT INTO reading.look
                (subject, scopes, units, endpoint, question, origin, refused, position, dossier, unit, named)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /**
     * The last number before an instant, by which rows of years are not looked at. Rows that are added at once have numbers in
     * another order than times: those of a minute before it are left to the comparison of the times themselves.
     */
    private static final String BEFORE = """
            coalesce((SELECT number FROM reading.look WHERE at < ?::timestamptz - interval '1 minute'
                      ORDER BY at DESC, number DESC LIMIT 1), 0)""";

    /** The first number after an instant, likewise. */
    private static final String AFTER = """
            coalesce((SELECT number FROM reading.look WHERE at >= ?::timestamptz + interval '1 minute'
                      ORDER BY at, number LIMIT 1), %d)""".formatted(Long.MAX_VALUE);

    private final JdbcClient sql;

    public ReadTable(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    @Override
    public void record(Look look) {
        AskedRequest asked = AskedRequest.current();
        if (asked.hasOnRecord(look)) return;
        try {
            sql.sql(INSERT)
                    .param(look.caller().subject())
                    .param(sorted(
                            look.caller().scopes().stream().map(Scope::code).toList()))
                    .param(sorted(look.caller().units().units()))
                    .param(asked.endpoint())
                    .param(asked.question())
                    .param(asked.origin())
                    .param(look.refused())
                    .param(boxed(look.position()))
                    .param(look.dossier().orElse(null))
                    .param(look.unit().orElse(null))
                    .param(look.named())
                    .update();
            asked.putOnRecord(look);
        } catch (DataAccessException failed) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "the look cannot be recorded, and so it is not answered");
        }
    }

    private static String[] sorted(Collection<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    private static @Nullable Long boxed(OptionalLong position) {
        return position.isPresent() ? position.getAsLong() : null;
    }

    /**
     * Some of the looks that are asked for.
     *
     * @param dossiers what the dossier asked for may be called in the ledger; empty for all
     * @param before only those of lower numbers
     */
    List<ReadRow> newestFirst(ReadsQuestion question, Optional<List<String>> dossiers, long before, int limit) {
        var conditions = new StringBuilder("number < ?");
        List<Object> values = new ArrayList<>(List.of(before));
        dossiers.ifPresent(ids -> {
            conditions.append(" AND dossier = ANY (?)");
            values.add(sorted(ids));
        });
        question.subject().ifPresent(subject -> {
            conditions.append(" AND subject = ?");
            values.add(subject);
        });
        question.from().ifPresent(from -> {
            conditions.append(" AND at >= ? AND number > ").append(BEFORE);
            values.addAll(Collections.nCopies(2, from.atOffset(ZoneOffset.UTC)));
        });
        question.to().ifPresent(to -> {
            conditions.append(" AND at < ? AND number < ").append(AFTER);
            values.addAll(Collections.nCopies(2, to.atOffset(ZoneOffset.UTC)));
        });
        values.add(limit);
        return sql.sql("SELECT * FROM reading.look WHERE " + conditions + " ORDER BY number DESC LIMIT ?")
                .params(values)
                .query((row, index) -> row(row))
                .list();
    }

    private static ReadRow row(ResultSet row) throws SQLException {
        return new ReadRow(
                row.getLong("number"),
                instant(row),
                row.getString("subject"),
                texts(row.getArray("scopes")),
                texts(row.getArray("units")),
                row.getString("endpoint"),
                row.getString("question"),
                row.getString("origin"),
                row.getBoolean("refused"),
                row.getObject("position", Long.class),
                row.getString("dossier"),
                row.getString("unit"),
                row.getInt("named"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
