package hoso.standalone;

import hoso.command.wiring.CommandApplication;
import hoso.postgres.Credentials;
import hoso.query.wiring.QueryApplication;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;

/** One side as a program of its own, beside a PostgreSQL of the operator's. */
record Apart(Options.Apart options) {

    private static final List<String> LOGIN = List.of("user", "password", "owner-user", "owner-password");

    /** Long enough for a database that is started beside; then whoever supervises this program hears of it. */
    private static final Duration DATABASE_WITHIN = Duration.ofSeconds(60);

    Class<?> application() {
        return switch (options.side()) {
            case COMMAND -> CommandApplication.class;
            case QUERY -> QueryApplication.class;
        };
    }

    String name() {
        return switch (options.side()) {
            case COMMAND -> "command side";
            case QUERY -> "query side";
        };
    }

    private String prefix() {
        return switch (options.side()) {
            case COMMAND -> "hoso.store.";
            case QUERY -> "hoso.books.";
        };
    }

    /** The command line goes above every other source, the file above the environment. */
    void configure(ConfigurableEnvironment environment) {
        if (options.configuration() != null)
            environment
                    .getPropertySources()
                    .addFirst(new PropertiesPropertySource("configuration", read(options.configuration())));
        environment.getPropertySources().addFirst(new MapPropertySource("launcher", given()));
        List<String> missing = Stream.concat(Stream.of("url"), LOGIN.stream())
                .map(property -> prefix() + property)
                .filter(property -> !environment.containsProperty(property))
                .toList();
        if (!missing.isEmpty())
            throw Refused.unavailable("the " + name() + " is not told where its database is: "
                    + String.join(", ", missing) + " in --config FILE or in the environment");
        knock(new DatabaseDoor(
                environment.getRequiredProperty(prefix() + "url"),
                List.of(login(environment, ""), login(environment, "owner-"))));
    }

    private Credentials login(ConfigurableEnvironment environment, String role) {
        return new Credentials(
                environment.getRequiredProperty(prefix() + role + "user"),
                environment.getRequiredProperty(prefix() + role + "password"));
    }

    /** The command side answers that it does not write while it waits by itself; the query side has nothing to answer with. */
    private void knock(DatabaseDoor door) {
        switch (options.side()) {
            case COMMAND -> door.check();
            case QUERY -> door.await(DATABASE_WITHIN);
        }
    }

    private Map<String, Object> given() {
        Map<String, Object> given = new HashMap<>();
        given.put("server.port", options.http().port());
        given.put("server.address", options.http().bind().getHostAddress());
        given.put("hoso.tokens.folder", options.data().toString());
        if (options.database() != null) given.put(prefix() + "url", options.database());
        return given;
    }

    /** @throws Refused where it cannot be read */
    static Properties read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Refused.unavailable("cannot read " + file + ": " + unreadable.getMessage());
        }
    }
}
