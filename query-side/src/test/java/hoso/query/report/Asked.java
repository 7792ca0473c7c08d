package hoso.query.report;

import hoso.edge.Parameters;
import hoso.query.question.Names;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions as they come over the wire: {@code unit=H1&from=…}, decoded. */
public final class Asked {

    public static final int EDITION = 7;

    private Asked() {}

    public static ReportQuestion question(String query) {
        return ReportQuestion.of(Parameters.of(given(query), ReportQuestion.PARAMETERS));
    }

    static Map<String, List<String>> given(String query) {
        Map<String, List<String>> given = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            given.merge(pair.substring(0, equals), List.of(pair.substring(equals + 1)), Asked::both);
        }
        return given;
    }

    /** The report on a town as of its newest posting, asked long after every period. */
    public static PeriodReport report(Town town, String query) {
        return report(town, query, Instant.parse("2026-11-20T00:00:00Z"));
    }

    static PeriodReport report(Town town, String query, Instant now) {
        Scene scene = Scene.of(question(query), town.reference, Names.PLAIN);
        var standpoint = new Standpoint(town.position(), now.minusSeconds(1), now);
        return new Reports(town.books(), ReadSide.COMPLETE, EDITION).report(scene, standpoint);
    }

    private static List<String> both(List<String> one, List<String> other) {
        return List.of(one.getFirst(), other.getFirst());
    }
}
