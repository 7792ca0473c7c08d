package hoso.standalone.verify;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Heads of one witness by size, one after another; what cannot be read is told as found, and passed over. */
interface HeadLines extends AutoCloseable {

    /** The next; null where there is none any more. */
    @Nullable
    HeadLine next() throws IOException, SQLException;

    @Override
    default void close() throws IOException {}
}
