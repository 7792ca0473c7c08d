package hoso.standalone;

import hoso.command.intake.kafka.publisher.PublisherProperties;
import hoso.edge.Caller;
import hoso.edge.Misconfigured;
import hoso.edge.kafka.KafkaSettings;
import hoso.edge.token.TokenIssuer;
import hoso.query.audit.evidence.EvidenceFile;
import hoso.standalone.demo.DemoReport;
import hoso.standalone.demo.DemoReports;
import hoso.standalone.document.DocumentConfiguration;
import hoso.standalone.launch.House;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Prepared;
import hoso.standalone.launch.Refused;
import hoso.standalone.load.DemoPlace;
import hoso.standalone.verify.EvidenceTable;
import hoso.standalone.verify.VerdictTable;
import hoso.vocabulary.UnitRights;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The application behind the launcher. */
public final class StandaloneHouse implements House {

    /** What the own issuer calls itself, and what its tokens are for, where no property says otherwise: as in the edge. */
    private static final String ISSUER = "hoso";

    private static final Duration LINK_WITHIN = Duration.ofSeconds(30);

    private static final Set<String> FEEDS = Set.of("store", "kafka");

    @Override
    public AutoCloseable open(Prepared prepared) throws Exception {
        var context = started(prepared);
        if (ServedAddress.isTls(context) && prepared.options().hasDemo()) {
            context.close();
            throw Refused.unavailable(
                    "--demo loads over plain HTTP: load it first without server.ssl, then start again");
        }
        if (prepared.kafka() != null)
            new PublisherLogins(
                            prepared.kafka(),
                            prepared.options().data().resolve("secrets"),
                            context.getBean(PublisherProperties.class).all())
                    .begin();
        new Welcome(prepared.options(), context).start();
        return context;
    }

    @Override
    public AutoCloseable open(Options.Apart options) {
        var apart = new Apart(options);
        var context = started(apart.application(), given -> apart.configure(given.getEnvironment()));
        System.out.println("Hoso's " + apart.name() + " serves at " + new ServedAddress(context, options.http())
                + "  (tokens in " + options.data().resolve("tokens") + ")");
        return context;
    }

    @Override
    public String republish(Options.Republish order) throws InterruptedException {
        return RepublishOrder.send(order);
    }

    @Override
    public boolean verify(Options.Verify order, PrintStream out, PrintStream progress) {
        var findings = new VerifyOrder(order, progress).run();
        new VerdictTable(findings).print(out);
        return findings.intact();
    }

    @Override
    public boolean verify(Options.VerifyBundle order, PrintStream out) {
        try {
            var outcome = EvidenceFile.check(order.file(), Optional.ofNullable(order.fingerprint()));
            new EvidenceTable(outcome, order.fingerprint() != null).print(out);
            return outcome.wrong().isEmpty();
        } catch (IOException unreadable) {
            throw Refused.unavailable(order.file() + " cannot be read as evidence: " + unreadable.getMessage());
        }
    }

    @Override
    public void backup(Options.Backup order, PrintStream out, PrintStream progress) {
        new BackupOrder(order, Passphrase.chosen(), out, progress).run();
    }

    @Override
    public String restored(Options.Restored order, PrintStream progress) throws InterruptedException {
        return RestoredOrder.send(order, progress);
    }

    @Override
    public String desk(Options.Desk order) throws InterruptedException {
        String link = new AdminOrder(order.data(), order.address(), LINK_WITHIN)
                .post("desk", "{}")
                .path("link")
                .asString();
        return order.address().resolve(link).toString();
    }

    @Override
    public void restore(Options.Restore order, PrintStream out, PrintStream progress) {
        new RestoreOrder(order, Passphrase::known, out, progress).run();
    }

    private static ServletWebServerApplicationContext started(Prepared prepared) {
        return started(StandaloneApplication.class, context -> {
            given(context.getEnvironment(), prepared);
            context.getBeanFactory().registerSingleton("diskMetrics", new DiskMetrics(folders(prepared)));
        });
    }

    /** Of what runs here, each by the name that the launcher gives it. */
    private static List<Path> folders(Prepared prepared) {
        Path data = prepared.options().data();
        return prepared.kafka() == null
                ? List.of(data.resolve("postgres"))
                : List.of(data.resolve("postgres"), data.resolve("kafka"));
    }

    private static ServletWebServerApplicationContext started(
            Class<?> application, Consumer<ConfigurableApplicationContext> configured) {
        try {
            return (ServletWebServerApplicationContext)
                    new SpringApplicationBuilder(application, DocumentConfiguration.class)
                            .initializers(context -> {
                                configured.accept(context);
                                checkFeed(context.getEnvironment());
                            })
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .registerShutdownHook(false)
                            .run();
        } catch (RuntimeException failed) {
            throw FailedStart.refusal(failed).map(RuntimeException.class::cast).orElse(failed);
        }
    }

    /** Another one would be told of as many beans that are missing. */
    private static void checkFeed(ConfigurableEnvironment environment) {
        String feed = environment.getProperty("hoso.feed", "store");
        if (!FEEDS.contains(feed)) throw new Misconfigured("hoso.feed is store or kafka, not '" + feed + "'");
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
                order.scopes(),
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
        properties.putAll(kafka(prepared));
        properties.putAll(boards(prepared.options()));
        return properties;
    }

    /** From the first look on, so that a demo of the past is not shown at today's moment until it is loaded. */
    private static Map<String, Object> boards(Options.Serve options) {
        if (!options.hasDemo()) return Map.of();
        DemoReport first = DemoReports.all().getFirst();
        OptionalLong monthEnd = monthEnd(options.data());
        return options.demo() instanceof Options.Demo.Live && monthEnd.isEmpty()
                ? Map.of("hoso.boards.at", first.begin())
                : standing(first, monthEnd);
    }

    private static OptionalLong monthEnd(Path data) {
        try {
            return new DemoPlace(data).monthEnd();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Object> standing(DemoReport first, OptionalLong position) {
        Map<String, Object> standing = new HashMap<>(Map.of("hoso.boards.at", first.last()));
        position.ifPresent(known -> standing.put("hoso.boards.position", known));
        return standing;
    }

    private static Map<String, Object> kafka(Prepared prepared) {
        return switch (prepared.options().kafka()) {
            case Options.Kafka.None none -> Map.of("hoso.kafka.bootstrap", "");
            case Options.Kafka.Other other -> Map.of("hoso.kafka.bootstrap", other.bootstrap());
            case Options.Kafka.Own own ->
                KafkaSettings.told(
                        Objects.requireNonNull(prepared.kafka()).login().properties());
        };
    }
}
