package hoso.standalone;

import hoso.edge.Caller;
import hoso.edge.token.TokenIssuer;
import hoso.edge.wiring.Binding.RefusedBinding;
import hoso.standalone.launch.House;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Prepared;
import hoso.standalone.launch.Refused;
import hoso.vocabulary.UnitRights;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The application behind the launcher. */
public final class StandaloneHouse implements House {

    /** What the own issuer calls itself, and what its tokens are for, where no property says otherwise: as in the edge. */
    private static final String ISSUER = "hoso";

    @Override
    public AutoCloseable open(Prepared prepared) throws Exception {
        var context = started(prepared);
        boolean tls = Ssl.isEnabled(context.getBean(ServerProperties.class).getSsl());
        if (tls && prepared.options().demo()) {
            context.close();
            throw Refused.unavailable(
                    "--demo loads over plain HTTP: load it first without server.ssl, then start again");
        }
        new Welcome(prepared.options(), context, tls).start();
        return context;
    }

    private static ServletWebServerApplicationContext started(Prepared prepared) {
        try {
            return (ServletWebServerApplicationContext) new SpringApplicationBuilder(StandaloneApplication.class)
                    .initializers(application -> given(application.getEnvironment(), prepared))
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .run();
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause())
                if (cause instanceof RefusedBinding refused)
                    throw Refused.unavailable(String.valueOf(refused.getMessage()));
            throw failed;
        }
    }

    /** What the command line says goes above every other source; passwords stay out of it and of the environment. */
    private static void given(ConfigurableEnvironment environment, Prepared prepared) {
        environment.getPropertySources().addFirst(new MapPropertySource("launcher", properties(prepared)));
    }

    @Override
    public String token(Options.Token order) {
        Path secrets = order.data().resolve("secrets");
        if (!TokenIssuer.hasKeyIn(secrets))
            throw Refused.unavailable(
                    "there is no token key in " + secrets + ": start Hoso on that folder first, or name its --data");
        var caller = new Caller(
                order.subject(),
                order.role().scopes(),
                Set.copyOf(order.sources()),
                new UnitRights(Set.copyOf(order.units())));
        try {
            return new TokenIssuer(setting("issuer"), setting("audience"), secrets, Clock.systemUTC())
                    .mint(caller, Duration.ofDays(order.days()));
        } catch (UncheckedIOException | IllegalStateException unusable) {
            throw Refused.unavailable(String.valueOf(unusable.getMessage()));
        }
    }

    /** As the server would read it, were it started with the same options and environment. */
    private static String setting(String name) {
        var environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bind("hoso.tokens." + name, String.class).orElse(ISSUER);
    }

    private static Map<String, Object> properties(Prepared prepared) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", prepared.options().port());
        properties.put("server.address", prepared.options().bind().getHostAddress());
        properties.put("hoso.tokens.folder", prepared.options().data().toString());
        for (String side : Set.of("hoso.store", "hoso.books")) {
            properties.put(side + ".url", prepared.jdbcUrl());
            properties.put(side + ".user", prepared.application().user());
            properties.put(side + ".password", prepared.application().password());
            properties.put(side + ".owner-user", prepared.owner().user());
            properties.put(side + ".owner-password", prepared.owner().password());
        }
        return properties;
    }
}
