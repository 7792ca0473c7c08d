package hoso.house;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events of plain lives, every one of them acceptable, and the same whenever it is asked for. */
final class Lives {

    static final String ROOT = "H77";
    static final String FROM = "2024-01-01";
    static final String TO = "2024-12-31";

    private static final Instant FIRST = Instant.parse("2024-01-08T01:00:00Z");
    private static final int UNITS = 4;
    private static final int PROCEDURES = 3;

    private final String id;
    private final Random chance;
    private final List<String> lines = new ArrayList<>();
    private Instant time;

    private Lives(String id) {
        this.id = id;
        this.chance = new Random(id.hashCode());
        this.time = FIRST.plus(Duration.ofMinutes(chance.nextInt(200 * 24 * 60)));
    }

    /** Dossiers with their whole lives, named {@code prefix.0} and so on. */
    static List<String> dossiers(String prefix, int count) {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) lines.addAll(dossier(prefix + "." + number));
        return lines;
    }

    /** A province with some units below it, and its procedures. */
    static List<String> reference() {
        var lines = new ArrayList<String>();
        lines.add(event(ROOT, "0", "unit.registered", FIRST, """
                {"name":"Tỉnh","level":"PROVINCE","validFrom":"2023-01-01"}"""));
        for (int unit = 1; unit <= UNITS; unit++) lines.add(unit(ROOT + "." + unit));
        for (int procedure = 1; procedure <= PROCEDURES; procedure++)
            lines.add(procedure("7.00000" + procedure, 3 * procedure));
        return lines;
    }

    /** A unit below the province. */
    static String unit(String code) {
        return event(code, "0", "unit.registered", FIRST, """
                {"name":"Sở %s","level":"DEPARTMENT","parent":"%s","validFrom":"2023-01-01"}""".formatted(code, ROOT));
    }

    /** A procedure that takes so many days, which replaces any that takes others. */
    static String procedure(String code, int days) {
        return event(code, "" + days, "procedure.published", FIRST, """
                {"name":"Thủ tục %s","field":"F","onlineLevel":"FULL","processing":{"kind":"WORKING_DAYS",\
                "amount":%d},"feeRequired":true,"validFrom":"2023-01-01"}""".formatted(code, days));
    }

    /** A dossier's receipt, and what came after it. */
    static List<String> dossier(String id) {
        var life = new Lives(id);
        life.live();
        return life.lines;
    }

    static String receipt(String id) {
        return dossier(id).getFirst();
    }

    static String receipt(String id, String unit, String procedure) {
        return event(id, "0", "dossier.received", FIRST, """
                {"unit":"%s","procedure":"%s","channel":"DIRECT"}""".formatted(unit, procedure));
    }

    private void live() {
        next("dossier.received", """
                {"unit":"%s.%d","procedure":"7.00000%d","channel":"%s"}""".formatted(
                        ROOT,
                        1 + chance.nextInt(UNITS),
                        1 + chance.nextInt(PROCEDURES),
                        List.of("ONLINE", "DIRECT", "POSTAL").get(chance.nextInt(3))));
        if (chance.nextBoolean()) next("dossier.components-digitized", "{\"components\":2}");
        if (chance.nextBoolean()) next("dossier.fee-paid", "{\"amount\":50000,\"method\":\"ONLINE\"}");
        if (chance.nextInt(4) == 0) {
            next("dossier.supplement-requested", "{\"reason\":\"thiếu bản sao\"}");
            next("dossier.notified", "{\"by\":\"SMS\",\"about\":\"SUPPLEMENT\"}");
            next("dossier.supplement-received", "{}");
        }
        if (chance.nextInt(5) == 0) return;
        next("dossier.resolved", "{\"outcome\":\"APPROVED\"}");
        next("dossier.result-returned", "{\"channel\":\"ONLINE\"}");
        if (chance.nextBoolean()) next("dossier.satisfaction-rated", "{\"satisfied\":true}");
    }

    private void next(String type, String data) {
        lines.add(event(id, "" + lines.size(), type, time, data));
        time = time.plus(Duration.ofMinutes(1 + chance.nextInt(3 * 24 * 60)));
    }

    static String event(String subject, String number, String type, Instant time, String data) {
        return """
                {"specversion":"1.0","id":"%s-%s","source":"urn:test:house","type":"hoso.%s.v1","subject":"%s",\
                "time":"%s","data":%s}""".formatted(subject, number, type, subject, time, data);
    }

    /** The id of the event in a line, which is unique among all of these. */
    static String idOf(String line) {
        int start = line.indexOf("\"id\":\"") + 6;
        return line.substring(start, line.indexOf('"', start));
    }

    static String subjectOf(String line) {
        String id = idOf(line);
        return id.substring(0, id.lastIndexOf('-'));
    }
}
