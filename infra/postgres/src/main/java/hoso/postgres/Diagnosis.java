package hoso.postgres;

import java.util.regex.Pattern;

/**
 * What the last words of a server that did not start mean.
 *
 * @param line for a person
 */
record Diagnosis(Kind kind, String line) {

    enum Kind {
        /** Someone took the port between our look and the server's. */
        PORT_TAKEN,
        /** A process of a server that was killed a moment ago still holds the cluster. */
        STILL_HELD,
        HOPELESS
    }

    private static final Pattern LAST_WORDS = Pattern.compile("(?:FATAL|PANIC|error|initdb): +(?!error:)(.*)");

    static Diagnosis of(String log) {
        if (log.contains("No space left on device")) {
            return new Diagnosis(Kind.HOPELESS, "the disk is full");
        }
        if (log.contains("Address already in use") || log.contains("could not create any TCP/IP sockets")) {
            return new Diagnosis(Kind.PORT_TAKEN, "its port is taken");
        }
        if (log.contains("lock file \"postmaster.pid\" already exists")
                || log.contains("pre-existing shared memory block")) {
            return new Diagnosis(Kind.STILL_HELD, "another server still holds the cluster");
        }
        var words = LAST_WORDS.matcher(log).results().map(found -> found.group(1));
        return new Diagnosis(Kind.HOPELESS, words.reduce((first, last) -> last).orElse("it said nothing"));
    }
}
