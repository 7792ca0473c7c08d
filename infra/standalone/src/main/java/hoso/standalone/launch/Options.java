package hoso.standalone.launch;

import hoso.edge.Role;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/** What the command line asks for. */
public sealed interface Options {

    /** The folder that holds everything: the database, secrets and tokens. */
    Path data();

    /**
     * Serve in the foreground.
     *
     * @param port 0 lets the system choose
     * @param demo load the demo on first use
     */
    record Serve(Path data, int port, InetAddress bind, boolean demo) implements Options {}

    /**
     * Print one token.
     *
     * @param subject who it is for: the publisher of what is published with it
     * @param units the subtrees it is for; {@code *} is all
     * @param sources the CloudEvents sources it may use; {@code *} is all
     */
    record Token(Path data, Role role, String subject, List<String> units, List<String> sources, int days)
            implements Options {

        public Token {
            units = List.copyOf(units);
            sources = List.copyOf(sources);
        }
    }
}
