package hoso.standalone;

import hoso.command.reference.NationalCalendars;
import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.query.board.BoardClock;
import hoso.query.desk.entrance.DeskLinks;
import hoso.standalone.demo.DemoEvents;
import hoso.standalone.demo.DemoReport;
import hoso.standalone.demo.DemoReports;
import hoso.standalone.launch.Options;
import hoso.standalone.load.AtOnce;
import hoso.standalone.load.DemoLoader;
import hoso.standalone.load.DemoPlace;
import hoso.standalone.load.LivePace;
import hoso.standalone.load.LoadProgress;
import hoso.standalone.load.LoadStatus;
import hoso.standalone.load.Pace;
import hoso.standalone.load.ReportTable;
import hoso.vocabulary.UnitRights;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person sees first: where this instance serves and, with the demo, how it loads and its first report, at whose last
 * moment boards stand from then on.
 */
final class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Options.Serve options;
    private final ServletWebServerApplicationContext context;
    private final URI base;
    private final BoardClock boards;
    private final PrintStream out = System.out;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Welcome(Options.Serve options, ServletWebServerApplicationContext context) {
        this.options = options;
        this.context = context;
        this.base = new ServedAddress(context, options.http()).uri();
        this.boards = context.getBean(BoardClock.class);
    }

    void start() {
        out.println("Hoso serves at " + base + "  (tokens in " + options.data().resolve("tokens") + ")");
        printDesk();
        // reads from the jar: see infra/jvm.options
        if (options.hasDemo()) Thread.ofPlatform().daemon().name("demo").start(this::showDemo);
    }

    /** It opens on this machine alone: who listens elsewhere only is not told of it. */
    private void printDesk() {
        if (!options.bind().isLoopbackAddress() && !options.bind().isAnyLocalAddress()) return;
        var administrator = new Caller("admin", Role.ADMIN.scopes(), Set.of("*"), UnitRights.ALL);
        String link = context.getBean(DeskLinks.class).issue(administrator);
        out.println(
                "The desk, signed in, once within an hour (infra/run desk prints another link): " + base.resolve(link));
        out.flush();
    }

    private void showDemo() {
        try {
            DemoReport first = DemoReports.all().getFirst();
            var place = new DemoPlace(options.data());
            load(new DemoEvents(NationalCalendars.calendar()), pace(first), place);
            boards.standAt(first.last(), place.monthEnd());
            print(first);
        } catch (IOException failed) {
            if (context.isClosed()) LOG.info("the demo is broken off by the stop; started again, it goes on");
            else LOG.error("the demo was not loaded to its end; started again, it goes on: {}", failed.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Pace pace(DemoReport first) {
        return switch (options.demo()) {
            case Options.Demo.None _, Options.Demo.AtOnce _ -> new AtOnce(first.last());
            case Options.Demo.Live(int speed) -> new LivePace(boards, first.begin(), first.last(), speed);
        };
    }

    private void load(DemoEvents events, Pace pace, DemoPlace place) throws IOException, InterruptedException {
        var loader = new DemoLoader(http, base, token("registrar"), boards, place, out);
        long already = place.done();
        if (already >= events.total()) return;
        var progress = new LoadProgress(pace, events.total(), already, System.nanoTime());
        context.getBeanFactory().registerSingleton("loadStatus", new LoadStatus(progress));
        long position = loader.load(events.lines(), pace, progress, already);
        out.printf("The demo is loaded: %,d events up to position %,d.%n", events.total(), position);
    }

    private void print(DemoReport first) throws IOException, InterruptedException {
        String path = "api/v1/report?unit=" + first.unit() + "&from=" + first.from() + "&to=" + first.to() + "&by="
                + first.by() + "&minPosition=" + head();
        JsonNode report = get(path);
        out.println();
        out.println(first.title());
        out.println(report.get("name").asString() + ", từ " + DAY.format(first.from()) + " đến "
                + DAY.format(first.to()) + ", tính đến sự kiện thứ "
                + ReportTable.thousands(report.at("/asOf/position").longValue()));
        out.println(ReportTable.of(report));
        out.println("Hoso serves at " + base);
        printDesk();
    }

    private long head() throws IOException, InterruptedException {
        return get("api/v1/status").get("head").longValue();
    }

    /** Asks again while the read side says that it is not there yet. */
    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token("admin"))
                .timeout(Duration.ofSeconds(60))
                .build();
        while (true) {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = JsonMapper.shared().readTree(response.body());
            if (response.statusCode() == 200) return answer;
            if (response.statusCode() != 503) throw new IOException(path + ": " + answer);
            Thread.sleep(500);
        }
    }

    private String token(String role) throws IOException {
        Path file = options.data().resolve("tokens").resolve(role + ".jwt");
        return Files.readString(file).strip();
    }
}
