package hoso.standalone.launch;

import hoso.edge.Role;
import hoso.edge.Scope;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
public sealed interface Options {

    /**
     * Serve in the foreground.
     *
     * @param http where to listen
     * @param demo on first use
     * @param sqlPort of the database, for those who ask by SQL; empty for the last one, or any
     */
    record Serve(Path data, Http http, Demo demo, Kafka kafka, OptionalInt sqlPort) implements Options {

        public boolean hasDemo() {
            return !(demo instanceof Demo.None);
        }

        public int port() {
            return http.port();
        }

        public InetAddress bind() {
            return http.bind();
        }
    }

    /**
     * Where to listen.
     *
     * @param port 0 lets the system choose
     */
    record Http(InetAddress bind, int port) {}

    /** Whether the demo is loaded, and how. */
    sealed interface Demo {

        record None() implements Demo {}

        /** As fast as it is taken. */
        record AtOnce() implements Demo {}

        /**
         * The month of its first report as if it happened now.
         *
         * @param speed how many seconds of it pass in one of ours
         */
        record Live(int speed) implements Demo {}
    }

    /** Which broker events are published to and read from. */
    sealed interface Kafka {

        record None() implements Kafka {}

        /**
         * One of our own, beside the database.
         *
         * @param port empty for the last one, or Kafka's own
         */
        record Own(OptionalInt port) implements Kafka {}

        /**
         * Another one.
         *
         * @param bootstrap {@code host:port}, several with commas
         */
        record Other(String bootstrap) implements Kafka {}
    }

    /**
     * Serve one side alone, in the foreground, beside a PostgreSQL of the operator's.
     *
     * @param data holds the keys of tokens, and no database
     * @param database {@code jdbc:postgresql:…}; null where the configuration names it
     * @param configuration a file of properties; null where the environment has them
     */
    record Apart(
            Side side,
            Path data,
            Http http,
            @Nullable String database,
            @Nullable Path configuration) implements Options {}

    /** Of the house. */
    enum Side {
        COMMAND,
        QUERY
    }

    /**
     * Have a running command side publish its events to Kafka once more.
     *
     * @param data holds the token that it is asked with
     * @param from the first position
     */
    record Republish(Path data, URI address, long from) implements Options {}

    /**
     * Check a whole store: events, signed heads, the chain of snapshots.
     *
     * @param data holds heads, leaves and keys, and the database where none is named
     * @param dataNamed whether somebody has named it: another database has nothing to do with the default one
     * @param database {@code jdbc:postgresql:…}; null for that of the folder
     * @param configuration a file of properties with its login; null where the environment has it
     * @param heads a copy of the file of heads that was kept elsewhere; null for none
     */
    record Verify(
            Path data,
            boolean dataNamed,
            @Nullable String database,
            @Nullable Path configuration,
            @Nullable Path heads) implements Options {}

    /**
     * Write a store into a file.
     *
     * @param file that is not there yet
     * @param after the last position that is not to be in it; 0 for all
     * @param data holds heads and keys, and the database where none is named
     * @param dataNamed whether somebody has named it
     * @param database {@code jdbc:postgresql:…}; null for that of the folder
     * @param configuration a file of properties with its login; null where the environment has it
     */
    record Backup(
            Path file,
            long after,
            Path data,
            boolean dataNamed,
            @Nullable String database,
            @Nullable Path configuration)
            implements Options {}

    /**
     * Make a store of a backup.
     *
     * @param files a full one, then those that were taken after it, in order
     * @param data that is not there yet, or empty
     */
    record Restore(List<Path> files, Path data) implements Options {

        public Restore {
            files = List.copyOf(files);
        }
    }

    /**
     * Tell a running command side that what was seen of its store and is not there is lost.
     *
     * @param data holds the token that it is told with
     * @param lostUpTo a position that is known to have been used; empty for what the command side itself finds
     */
    record Restored(Path data, URI address, OptionalLong lostUpTo) implements Options {}

    /**
     * Print a link that opens the desk of a running instance, signed in.
     *
     * @param data holds the token that it is asked with
     */
    record Desk(Path data, URI address) implements Options {}

    /**
     * Check a bundle of evidence, with nothing but the bundle.
     *
     * @param fingerprint of the key that the office has published; null where it is not known
     */
    record VerifyBundle(Path file, @Nullable String fingerprint) implements Options {}

    /**
     * Print one token.
     *
     * @param freezes whether it may freeze and sign reports, beside what the role may
     * @param subject who it is for: the publisher of what is published with it
     * @param units the subtrees it is for; {@code *} is all
     * @param sources the CloudEvents sources it may use; {@code *} is all
     */
    record Token(
            Path data, Role role, boolean freezes, String subject, List<String> units, List<String> sources, int days)
            implements Options {

        public Token {
            units = List.copyOf(units);
            sources = List.copyOf(sources);
        }

        public Set<Scope> scopes() {
            Set<Scope> scopes = role.scopes();
            if (freezes) scopes.add(Scope.REPORT_FREEZE);
            return scopes;
        }
    }
}
