package hoso.standalone.launch;

import hoso.edge.Role;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and checks the command line; whatever is wrong with it is one line. */
record OptionsParser(Path defaultData) {

    private static final int PORT_DEFAULT = 8080;
    private static final int PORT_MAX = 65_535;

    /** A month in half a minute: faster than that no house takes its events. */
    private static final int SPEED_MAX = 100_000;

    private static final int DAYS_DEFAULT = 30;
    private static final int DAYS_MAX = 3_650;
    private static final int SOURCE_LENGTH_MAX = 256;
    private static final Set<String> TOKEN_OPTIONS =
            Set.of("--data", "--role", "--subject", "--units", "--sources", "--days");
    private static final String FREEZE = "--freeze";
    private static final String ALL = "*";

    /** Within what a token may name itself by, and in one word, so that it can be typed. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,256}");

    /** Names, addresses and ports; what is behind them Kafka finds out. */
    private static final Pattern BOOTSTRAP = Pattern.compile("[^\\s,:]+:[0-9]{1,5}(,[^\\s,:]+:[0-9]{1,5})*");

    /** SHA-256, in hexadecimal. */
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,17}");

    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    Options parse(List<String> words) {
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "token" -> token(rest);
            case "command" -> apart(Options.Side.COMMAND, rest);
            case "query" -> apart(Options.Side.QUERY, rest);
            case "republish" -> republish(rest);
            case "verify" -> verify(rest);
            case "backup" -> backup(rest);
            case "restore" -> restore(rest);
            case "restored" -> restored(rest);
            case "desk" -> desk(rest);
            default -> serve(words);
        };
    }

    private Options serve(List<String> words) {
        var line = CommandLine.read(
                words,
                Set.of("--data", "--port", "--bind", "--speed", "--kafka", "--kafka-port", "--sql-port"),
                Set.of("--demo", "--no-kafka"));
        return new Options.Serve(data(line), http(line), demo(line), kafka(line), port(line, "--sql-port"));
    }

    private static Options.Demo demo(CommandLine line) {
        boolean demo = line.flags().contains("--demo");
        if (line.last("--speed").isEmpty()) return demo ? new Options.Demo.AtOnce() : new Options.Demo.None();
        if (!demo) throw Refused.usage("--speed wants a --demo to replay");
        return new Options.Demo.Live(line.number("--speed", 1, 1, SPEED_MAX));
    }

    private static Options.Http http(CommandLine line) {
        return new Options.Http(
                address(line.last("--bind").orElse("127.0.0.1")), line.number("--port", PORT_DEFAULT, 0, PORT_MAX));
    }

    private static Options.Kafka kafka(CommandLine line) {
        boolean none = line.flags().contains("--no-kafka");
        boolean own = line.last("--kafka-port").isPresent();
        var other = line.last("--kafka");
        if ((none ? 1 : 0) + (own ? 1 : 0) + (other.isPresent() ? 1 : 0) > 1) {
            throw Refused.usage("--kafka, --kafka-port and --no-kafka exclude one another");
        }
        if (none) {
            return new Options.Kafka.None();
        }
        if (other.isPresent()) {
            if (!BOOTSTRAP.matcher(other.get()).matches()) {
                throw Refused.usage("--kafka wants host:port, several with commas, not '" + other.get() + "'");
            }
            return new Options.Kafka.Other(other.get());
        }
        return new Options.Kafka.Own(port(line, "--kafka-port"));
    }

    private static OptionalInt port(CommandLine line, String option) {
        return line.last(option).isPresent()
                ? OptionalInt.of(line.number(option, 0, 1, PORT_MAX))
                : OptionalInt.empty();
    }

    private Options apart(Options.Side side, List<String> words) {
        var line = CommandLine.read(words, Set.of("--data", "--port", "--bind", "--database", "--config"), Set.of());
        return new Options.Apart(side, data(line), http(line), database(line), configuration(line));
    }

    private static @Nullable String database(CommandLine line) {
        var database = line.last("--database");
        if (database.isPresent() && !database.get().startsWith("jdbc:postgresql:")) {
            throw Refused.usage("--database wants jdbc:postgresql:…, not '" + database.get() + "'");
        }
        return database.orElse(null);
    }

    private static @Nullable Path configuration(CommandLine line) {
        return readable(line, "--config", "a file of properties that can be read");
    }

    private static @Nullable Path readable(CommandLine line, String option, String wanted) {
        var text = line.last(option);
        if (text.isEmpty()) {
            return null;
        }
        var file = Path.of(text.get()).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw Refused.usage(option + " wants " + wanted + ", not '" + text.get() + "'");
        }
        return file;
    }

    private Options verify(List<String> words) {
        if (!words.isEmpty() && !words.getFirst().startsWith("--")) return verifyBundle(words);
        var line = CommandLine.read(words, Set.of("--data", "--database", "--config", "--heads"), Set.of());
        return new Options.Verify(
                data(line),
                line.last("--data").isPresent(),
                database(line),
                configuration(line),
                readable(line, "--heads", "a copy of a file of heads that can be read"));
    }

    private static Options verifyBundle(List<String> words) {
        var file = Path.of(words.getFirst()).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw Refused.usage("verify wants a file of evidence that can be read, not '" + words.getFirst() + "'");
        }
        var line = CommandLine.read(words.subList(1, words.size()), Set.of("--fingerprint"), Set.of());
        var fingerprint = line.last("--fingerprint").map(text -> text.toLowerCase(Locale.ROOT));
        if (fingerprint.filter(text -> !FINGERPRINT.matcher(text).matches()).isPresent()) {
            throw Refused.usage("--fingerprint wants 64 hexadecimal digits");
        }
        return new Options.VerifyBundle(file, fingerprint.orElse(null));
    }

    private Options backup(List<String> words) {
        var files = files(words);
        if (files.size() != 1) throw Refused.usage("backup wants one file to write");
        var file = files.getFirst();
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw Refused.usage("backup wants a file in a folder that is there, not '" + words.getFirst() + "'");
        }
        var line = CommandLine.read(
                words.subList(1, words.size()), Set.of("--after", "--data", "--database", "--config"), Set.of());
        return new Options.Backup(
                file,
                line.last("--after").map(text -> position("--after", text)).orElse(0L),
                data(line),
                line.last("--data").isPresent(),
                database(line),
                configuration(line));
    }

    private Options restore(List<String> words) {
        var files = files(words);
        if (files.isEmpty()) throw Refused.usage("restore wants the files of a backup, the full one first");
        for (var file : files) {
            if (!Files.isReadable(file))
                throw Refused.usage("restore wants files that can be read, not '" + file + "'");
        }
        var line = CommandLine.read(words.subList(files.size(), words.size()), Set.of("--data"), Set.of());
        if (line.last("--data").isEmpty()) throw Refused.usage("restore wants a --data to make");
        return new Options.Restore(files, data(line));
    }

    /** What stands before the first option. */
    private static List<Path> files(List<String> words) {
        return words.stream()
                .takeWhile(word -> !word.startsWith("--"))
                .map(word -> Path.of(word).toAbsolutePath().normalize())
                .toList();
    }

    private static long position(String option, String text) {
        if (!POSITION.matcher(text).matches()) {
            throw Refused.usage(option + " wants a position, from 1, not '" + text + "'");
        }
        return Long.parseLong(text);
    }

    private Options republish(List<String> words) {
        var line = CommandLine.read(words, Set.of("--data", "--address", "--from"), Set.of());
        var from = line.last("--from").orElseThrow(() -> Refused.usage("republish wants a --from"));
        long first = position("--from", from);
        return new Options.Republish(data(line), running(line), first);
    }

    private Options restored(List<String> words) {
        var line = CommandLine.read(words, Set.of("--data", "--address", "--lost-up-to"), Set.of());
        var lostUpTo = line.last("--lost-up-to").map(text -> position("--lost-up-to", text));
        return new Options.Restored(
                data(line), running(line), lostUpTo.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private Options desk(List<String> words) {
        var line = CommandLine.read(words, Set.of("--data", "--address"), Set.of());
        return new Options.Desk(data(line), running(line));
    }

    private static URI running(CommandLine line) {
        var address = line.last("--address").orElse("http://127.0.0.1:" + PORT_DEFAULT);
        if (!address.matches("https?://[^/\\s]+/?")) {
            throw Refused.usage("--address wants http://host:port, not '" + address + "'");
        }
        return URI.create(address);
    }

    private Options token(List<String> words) {
        var line = CommandLine.read(words, TOKEN_OPTIONS, Set.of(FREEZE));
        var role = role(line.last("--role").orElseThrow(() -> Refused.usage("token wants a --role")));
        return new Options.Token(
                data(line),
                role,
                line.flags().contains(FREEZE),
                subject(line.last("--subject").orElse(role.code())),
                line.all("--units").stream().map(OptionsParser::unit).toList(),
                line.all("--sources").stream().map(OptionsParser::source).toList(),
                line.number("--days", DAYS_DEFAULT, 1, DAYS_MAX));
    }

    private Path data(CommandLine line) {
        var text = line.last("--data");
        if (text.isEmpty()) {
            return defaultData;
        }
        if (text.get().isBlank()) {
            throw Refused.usage("--data wants a folder");
        }
        try {
            return Path.of(text.get()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw Refused.usage("--data is no path: " + e.getReason());
        }
    }

    /** An address and no name: looking up a name could leave the machine. */
    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text.equals("localhost") ? "127.0.0.1" : text);
        } catch (IllegalArgumentException e) {
            throw Refused.usage(
                    "--bind wants an IP address (0.0.0.0 is every one of this machine), not '" + text + "'");
        }
    }

    private static Role role(String code) {
        return Role.of(code)
                .orElseThrow(() -> Refused.usage("unknown role " + code + ", not one of "
                        + Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(", "))));
    }

    private static String subject(String name) {
        if (!SUBJECT.matcher(name).matches()) {
            throw Refused.usage("--subject wants a name of 1 to 256 visible ASCII characters, not '" + name + "'");
        }
        return name;
    }

    private static String unit(String code) {
        if (!code.equals(ALL) && !UNIT.matcher(code).matches()) {
            throw Refused.usage("--units wants unit codes, not '" + code + "'");
        }
        return code;
    }

    private static String source(String text) {
        try {
            if (!text.isEmpty() && text.length() <= SOURCE_LENGTH_MAX && (text.equals(ALL) || new URI(text) != null)) {
                return text;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw Refused.usage(
                "--sources wants URI references of at most " + SOURCE_LENGTH_MAX + " characters, not '" + text + "'");
    }
}
