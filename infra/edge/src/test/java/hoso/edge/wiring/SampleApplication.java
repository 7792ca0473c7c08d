package hoso.edge.wiring;

import hoso.edge.Caller;
import hoso.edge.DirectEndpoint;
import hoso.edge.Needs;
import hoso.edge.Open;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application behind the edge with an endpoint of every kind that matters to it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({EdgeConfiguration.class, SampleApplication.Endpoints.class, SampleApplication.Direct.class})
class SampleApplication {

    @Bean
    HealthIndicator sickHealthIndicator() {
        return () ->
                Health.down().withDetail("why", "it is what the test is for").build();
    }

    /** What is asked very often, and refused where it is said so. */
    static class Direct implements DirectEndpoint {

        @Override
        public String path() {
            return "/api/v1/direct";
        }

        @Override
        public String mediaType() {
            return "application/cloudevents+json";
        }

        @Override
        public byte[] answer(byte[] body, Caller caller) {
            caller.require(Scope.EVENTS_PUBLISH);
            var text = new String(body, StandardCharsets.UTF_8);
            if (text.startsWith("refuse")) {
                throw Problem.of(ProblemCode.NO_SUCH_DOSSIER, "no dossier").with(Map.of("id", "H20.1"));
            }
            if (text.startsWith("fail")) {
                throw new IllegalStateException("a bug, at " + caller.subject());
            }
            return ("{\"bytes\":" + body.length + ",\"subject\":\"" + caller.subject() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @RestController
    static class Endpoints {

        private final Direct direct;

        Endpoints(Direct direct) {
            this.direct = direct;
        }

        /** The long way to {@link Direct}. */
        @PostMapping(path = "/api/v1/direct", consumes = "application/cloudevents+json", produces = "application/json")
        byte[] direct(HttpServletRequest request, Caller caller) throws IOException {
            return direct.answer(request.getInputStream().readAllBytes(), caller);
        }

        @GetMapping("/api/v1/whoami")
        Map<String, Object> whoami(Caller caller) {
            return Map.of(
                    "subject", caller.subject(),
                    "scopes",
                            new TreeSet<>(
                                    caller.scopes().stream().map(Scope::code).toList()),
                    "sources", new TreeSet<>(caller.sources()),
                    "units", new TreeSet<>(caller.units().units()));
        }

        /** On a path that is closed. */
        @Open
        @GetMapping("/api/v1/open")
        Map<String, Object> openByWordAlone() {
            return Map.of();
        }

        /** On a path that is open. */
        @GetMapping("/schemas/closed.json")
        Map<String, Object> openByPathAlone() {
            return Map.of();
        }

        @Open
        @GetMapping("/schemas/open.json")
        Map<String, Object> open() {
            return Map.of();
        }

        @Needs(Scope.REPORT_READ)
        @GetMapping(path = "/api/v1/report", produces = "application/json")
        Map<String, Object> report(@RequestParam String unit, @RequestParam LocalDate from) {
            return Map.of(
                    "unit",
                    unit,
                    "from",
                    from.toString(),
                    "virtual",
                    Thread.currentThread().isVirtual());
        }

        @Needs(Scope.REPORT_READ)
        @GetMapping("/api/v1/dossiers/{id}")
        Map<String, Object> dossier(@PathVariable String id) {
            throw Problem.of(ProblemCode.NO_SUCH_DOSSIER, "no dossier " + id).with(new TreeMap<>(Map.of("id", id)));
        }

        @Needs(Scope.EVENTS_PUBLISH)
        @PostMapping(
                path = "/api/v1/events",
                consumes = {"application/cloudevents+json", "application/cloudevents-batch+json"})
        Map<String, Object> events(@RequestBody byte[] body) {
            return Map.of("bytes", body.length);
        }

        @Needs(Scope.EVENTS_PUBLISH)
        @PostMapping(path = "/api/v1/events", consumes = "application/x-ndjson")
        Map<String, Object> stream(HttpServletRequest request) throws IOException {
            var buffer = new byte[8192];
            var bytes = 0L;
            try {
                for (var count = 0; count >= 0; count = request.getInputStream().read(buffer)) {
                    bytes += count;
                }
            } catch (IOException broken) {
                throw Problem.of(ProblemCode.STALLED, "the sender stalled").with(Map.of("lastLine", bytes));
            }
            return Map.of("bytes", bytes);
        }

        @Needs(Scope.EVENTS_PUBLISH)
        @PostMapping(path = "/api/v1/refused-stream", consumes = "application/x-ndjson")
        Map<String, Object> refusedStream(HttpServletRequest request) throws IOException {
            var line = request.getInputStream().read();
            throw Problem.of(ProblemCode.UNAVAILABLE, "the database is away").with(Map.of("lastLine", line));
        }

        @GetMapping("/api/v1/careless")
        String careless() {
            return "whoever forgot to say who may come in";
        }

        @GetMapping("/api/v1/fault")
        String fault(Caller caller) {
            throw new IllegalStateException("a bug, at " + caller.subject());
        }

        @GetMapping("/api/v1/database")
        String database(Caller caller) {
            throw new IllegalStateException(new SQLException("the connection is gone", "08006"));
        }

        @GetMapping("/api/v1/half")
        void half(Caller caller, HttpServletResponse response) throws IOException {
            response.getOutputStream().write("the first half".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            throw new IllegalStateException("and no second");
        }

        @GetMapping("/api/v1/bare-status")
        void bareStatus(Caller caller, HttpServletResponse response) throws IOException {
            response.setStatus(503);
            response.setContentType("text/plain");
            response.getOutputStream().write("sorry".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        }
    }
}
