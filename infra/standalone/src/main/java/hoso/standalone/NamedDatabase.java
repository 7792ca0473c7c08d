package hoso.standalone;

import hoso.postgres.Credentials;
import hoso.standalone.launch.Refused;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The login of a database that the command line names.
 *
 * @param configuration a file of properties; null where the environment has them
 */
record NamedDatabase(@Nullable Path configuration) {

    /** Either side's login does: both may read all of it, where one database has both. */
    private static final List<String> SIDES = List.of("hoso.store.", "hoso.books.");

    /**
     * @param order that needs it
     * @throws Refused where none is told
     */
    Credentials login(String order) {
        var environment = environment();
        for (String side : SIDES) {
            String user = environment.getProperty(side + "user");
            String password = environment.getProperty(side + "password");
            if (user != null && password != null) return new Credentials(user, password);
        }
        throw Refused.unavailable(order + " is not told how to log in to the database: hoso.store.user and"
                + " hoso.store.password in --config FILE or in the environment");
    }

    private ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        if (configuration != null)
            environment
                    .getPropertySources()
                    .addFirst(new PropertiesPropertySource("configuration", Apart.read(configuration)));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
