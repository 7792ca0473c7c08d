package hoso.query.feed;

import javax.sql.DataSource;

/** The log that the books are made from, read through whatever connections are given. */
@FunctionalInterface
public interface EventLogs {

    EventLog through(DataSource connections);
}
