package hoso.command.store;

import java.time.Clock;
import java.time.InstantSource;

/**
 * Where the store is, and its bounds.
 *
 * @param url of the database, {@code jdbc:postgresql:…}, without user and password
 * @param application appends and reads
 * @param owner migrates
 * @param readers connections that load dossiers; each load takes one for one SELECT
 * @param clock what {@code recordedAt} is taken from
 */
public record StoreSettings(String url, Login application, Login owner, int readers, InstantSource clock) {

    /** Loads take some 0.1 ms: eight at once saturate two cores many times over. */
    private static final int READERS = 8;

    public static StoreSettings of(String url, Login application, Login owner) {
        return new StoreSettings(url, application, owner, READERS, Clock.systemUTC());
    }

    /** A role of the database. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
