package hoso.query.desk.trespass;

import javax.sql.DataSource;

/** A page that would read tables. */
record AsksTables(DataSource tables) {}
