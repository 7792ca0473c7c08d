package hoso.edge.token;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.vocabulary.UnitRights;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code infra/run token}: prints a token of the own issuer, alone on its line, for a folder Hoso was started on. */
public final class TokenCommand {

    public static final String USAGE = """
            usage: infra/run token --role ROLE [--units A,B] [--sources X,Y] [--days N] [--subject NAME] [--data DIR]
              --role     publisher, registrar, reader, auditor, monitor or admin
              --units    unit codes whose subtrees it is for; all where left out
              --sources  CloudEvents sources it may publish under; all where left out
              --days     how long it lives, 1 to 3650; 30 where left out
              --subject  who it is for, kept with every event as its publisher; the role's name where left out
            """;

    private static final Set<String> OPTIONS =
            Set.of("--role", "--units", "--sources", "--days", "--subject", "--data");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SOURCE = Pattern.compile("[\\x21-\\x7e]{1,256}");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,256}");
    private static final int DAYS = 30;
    private static final int DAYS_MAX = 3_650;

    private final Path dataFolder;
    private final String issuer;
    private final String audience;
    private final InstantSource clock;

    /** @param dataFolder where {@code --data} names none */
    public TokenCommand(Path dataFolder, String issuer, String audience, InstantSource clock) {
        this.dataFolder = dataFolder;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** With the names that the own issuer has where nothing else is configured. */
    public TokenCommand(Path dataFolder, InstantSource clock) {
        this(dataFolder, "hoso", "hoso", clock);
    }

    /**
     * @param arguments after the word {@code token}
     * @return the exit code: 0, or 2 after one line that says what is wrong
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        try {
            out.println(token(Options.of(arguments)));
            return 0;
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException unfit) {
            err.println("infra/run token: " + unfit.getMessage());
            return 2;
        }
    }

    private String token(Options options) {
        var role = Role.of(options.one("--role", "")).orElseThrow(() -> unfit("--role must be one of " + roles()));
        var subject = fitting(options.one("--subject", role.code()), SUBJECT, "--subject");
        var sources = options.set("--sources", SOURCE);
        var units = options.set("--units", CODE);
        var life = Duration.ofDays(days(options.one("--days", Integer.toString(DAYS))));
        var folder = options.one("--data", dataFolder.toString());
        var secrets = TokenSettings.secrets(Path.of(folder));
        if (!SigningKey.isKeptIn(secrets)) {
            throw unfit(
                    "there is no token key in " + secrets + ": start Hoso on that folder first, or name its --data");
        }
        return new TokenIssuer(issuer, audience, secrets, clock)
                .mint(new Caller(subject, role.scopes(), sources, new UnitRights(units)), life);
    }

    private static int days(String text) {
        if (text.matches("[0-9]{1,4}")) {
            var days = Integer.parseInt(text);
            if (days >= 1 && days <= DAYS_MAX) {
                return days;
            }
        }
        throw unfit("--days must be a number from 1 to " + DAYS_MAX);
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
    }

    private static String fitting(String value, Pattern pattern, String option) {
        if (!pattern.matcher(value).matches()) {
            throw unfit(option + " cannot be '" + value + "'");
        }
        return value;
    }

    private static IllegalArgumentException unfit(String why) {
        return new IllegalArgumentException(why);
    }

    /** Options and their values, each once. */
    private record Options(List<String> arguments) {

        static Options of(List<String> arguments) {
            var seen = new HashSet<String>();
            for (var i = 0; i < arguments.size(); i += 2) {
                var name = arguments.get(i);
                if (!OPTIONS.contains(name)) {
                    throw unfit("there is no option '" + name + "'; try --help");
                }
                if (i + 1 == arguments.size()) {
                    throw unfit(name + " needs a value");
                }
                if (!seen.add(name)) {
                    throw unfit(name + " is given twice");
                }
            }
            return new Options(arguments);
        }

        String one(String name, String otherwise) {
            for (var i = 0; i < arguments.size(); i += 2) {
                if (arguments.get(i).equals(name)) {
                    return arguments.get(i + 1);
                }
            }
            return otherwise;
        }

        Set<String> set(String name, Pattern pattern) {
            return Arrays.stream(one(name, "*").split(",", -1))
                    .map(value -> value.equals("*") ? value : fitting(value, pattern, name))
                    .collect(Collectors.toSet());
        }
    }
}
