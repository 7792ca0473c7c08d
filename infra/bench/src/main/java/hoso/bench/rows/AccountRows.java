package hoso.bench.rows;

import hoso.bench.house.Latencies;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.Questions;
import hoso.bench.house.Wire;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.Offices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor waits for: the account, the days and the history of dossiers of a hundred events, in a large store. */
final class AccountRows {

    private static final int DOSSIERS = 50;
    private static final int EVENTS = 100;
    private static final int WARM_UPS = 300;
    private static final int ASKED = 1_000;
    private static final String PROCEDURE = "BX-account";

    private final Order order;
    private final LaunchedServer server;
    private final Questions questions;

    AccountRows(Order order, LaunchedServer server) {
        this.order = order;
        this.server = server;
        this.questions = new Questions(server, order.times(WARM_UPS), order.times(ASKED));
    }

    void run(Table table) throws IOException, InterruptedException {
        server.awaitProjected(publish());
        table.add(p99("clock account of a dossier of 100 events, p99", 20, nth -> of(nth, "/clock")));
        table.add(p99("history of the same, p99", 20, nth -> of(nth, "/history")));
        table.add(p99("its days, p99", 50, nth -> of(nth, "/days")));
    }

    private Row p99(String name, double floor, IntFunction<String> path) throws IOException {
        Progress.say("asking " + path.apply(0));
        Latencies took = questions.ask(path);
        return new Row(
                name,
                Measure.MILLIS,
                floor,
                5,
                took.percentile(99),
                String.format(Locale.ROOT, "p50 %.1f ms", took.percentile(50)));
    }

    private static String of(int nth, String what) {
        return "/api/v1/dossiers/BX-" + nth % DOSSIERS + what;
    }

    /** Answers the newest position. */
    private long publish() throws IOException {
        var lines = new StringBuilder();
        line(lines, "p", "procedure.published", PROCEDURE, day(0), """
                {"name":"Thủ tục đo","field":"Đo","onlineLevel":"FULL","processing":{"kind":"WORKING_DAYS","amount":20},\
                "validFrom":"2020-01-01"}""");
        for (int dossier = 0; dossier < DOSSIERS; dossier++) life(lines, "BX-" + dossier);
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        String head = Wire.postHead("application/x-ndjson", server.token("admin"));
        try (Wire wire = server.connect()) {
            Wire.Answer answer = wire.send(Wire.post(head, body));
            JsonNode said = JsonMapper.shared().readTree(answer.body());
            if (answer.status() != 200 || said.get("rejected").longValue() > 0) throw new IOException(said.toString());
            return said.get("lastPosition").longValue();
        }
    }

    /** A supplement is asked for and received every other day, and between them the dossier goes to and fro. */
    private void life(StringBuilder lines, String id) {
        line(lines, id + "-0", "dossier.received", id, day(0), """
                {"unit":"%s","procedure":"%s","channel":"ONLINE"}""".formatted(Offices.leaf(), PROCEDURE));
        for (int event = 1; event < EVENTS; event++) {
            String key = id + "-" + event;
            String time = day(event);
            switch (event % 4) {
                case 1 -> line(lines, key, "dossier.supplement-requested", id, time, "{\"reason\":\"thiếu giấy tờ\"}");
                case 2 -> line(lines, key, "dossier.forwarded", id, time, "{\"holder\":\"CA." + event + "\"}");
                case 3 -> line(lines, key, "dossier.supplement-received", id, time, "{}");
                default ->
                    line(
                            lines,
                            key,
                            "dossier.portal-status-observed",
                            id,
                            time,
                            "{\"status\":4,\"overdue\":true,\"synced\":true}");
            }
        }
    }

    private String day(int after) {
        LocalDate day = order.today().minusDays(EVENTS + 10L).plusDays(after);
        return day + "T09:00:00+07:00";
    }

    private static void line(StringBuilder lines, String id, String type, String subject, String time, String data) {
        lines.append("{\"specversion\":\"1.0\",\"source\":\"urn:bench:account\",\"id\":\"")
                .append(id)
                .append("\",\"type\":\"hoso.")
                .append(type)
                .append(".v1\",\"subject\":\"")
                .append(subject)
                .append("\",\"time\":\"")
                .append(time)
                .append("\",\"data\":")
                .append(data)
                .append("}\n");
    }
}
