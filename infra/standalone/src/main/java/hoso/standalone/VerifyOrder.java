package hoso.standalone;

import hoso.edge.heads.ProofFolder;
import hoso.postgres.Credentials;
import hoso.standalone.launch.KeptStore;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import hoso.standalone.verify.Findings;
import hoso.standalone.verify.Progress;
import hoso.standalone.verify.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Finds what is to be checked, and has it checked. */
record VerifyOrder(Options.Verify order, PrintStream out) {

    /** Either side's login does: both may read all of it, where one database has both. */
    private static final List<String> SIDES = List.of("hoso.store.", "hoso.books.");

    Findings run() {
        var folder = new ProofFolder(order.data());
        if (order.database() != null) return verified(order.database(), login(), order.dataNamed() ? folder : null);
        try (var store = KeptStore.open(order.data())) {
            return verified(store.url(), store.login(), folder);
        }
    }

    private Findings verified(String url, Credentials login, @Nullable ProofFolder folder) {
        try {
            return new Verification(url, login, folder, order.heads(), new Progress(out, isTerminal())).run();
        } catch (SQLException | IOException unreadable) {
            throw Refused.unavailable("the store cannot be read: " + unreadable.getMessage());
        }
    }

    /** Since Java 25 there is none again where input or output is no terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private Credentials login() {
        var environment = environment();
        for (String side : SIDES) {
            String user = environment.getProperty(side + "user");
            String password = environment.getProperty(side + "password");
            if (user != null && password != null) return new Credentials(user, password);
        }
        throw Refused.unavailable("verify is not told how to log in to the database: hoso.store.user and"
                + " hoso.store.password in --config FILE or in the environment");
    }

    private ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        if (order.configuration() != null)
            environment
                    .getPropertySources()
                    .addFirst(new PropertiesPropertySource("configuration", Apart.read(order.configuration())));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
