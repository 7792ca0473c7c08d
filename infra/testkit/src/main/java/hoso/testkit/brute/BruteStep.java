package hoso.testkit.brute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One place on a dossier's clock. */
record BruteStep(BruteStepKey key, Kind kind, Instant at, JsonNode data) {

    enum Kind {
        RECEIVED,
        SUPPLEMENT_REQUESTED,
        SUSPENDED,
        SUPPLEMENT_RECEIVED,
        RESUMED,
        EXTENDED,
        CLOSED;

        boolean pauses() {
            return this == SUPPLEMENT_REQUESTED || this == SUSPENDED;
        }

        boolean resumes() {
            return this == SUPPLEMENT_RECEIVED || this == RESUMED;
        }

        boolean pausesResumesOrCloses() {
            return pauses() || resumes() || this == CLOSED;
        }

        /** The pause that this resume ends. */
        Kind fitting() {
            return this == SUPPLEMENT_RECEIVED ? SUPPLEMENT_REQUESTED : SUSPENDED;
        }
    }

    /** By time, ties by position; a pause brought by a resume stands just before it. */
    static final Comparator<BruteStep> ORDER = Comparator.comparing(BruteStep::at)
            .thenComparingLong(step -> step.key().position())
            .thenComparingInt(step -> step.key().brought() ? 0 : 1);

    boolean before(BruteStep other) {
        return ORDER.compare(this, other) < 0;
    }

    static boolean isClock(String type) {
        return switch (type) {
            case "dossier.received",
                    "dossier.supplement-requested",
                    "dossier.suspended",
                    "dossier.supplement-received",
                    "dossier.resumed",
                    "dossier.due-date-extended",
                    "dossier.resolved",
                    "dossier.withdrawn",
                    "dossier.declined" -> true;
            default -> false;
        };
    }

    /** None for a fact that is no clock fact, two for a resume that brings its pause, the pause first. */
    static List<BruteStep> of(long position, String type, Instant time, JsonNode data) {
        if (!isClock(type)) {
            return List.of();
        }
        Kind kind = kindOf(type);
        List<BruteStep> steps = new ArrayList<>();
        if (data.has("since")) {
            Instant since = BruteJson.instant(data.get("since"));
            steps.add(new BruteStep(new BruteStepKey(position, true), kind.fitting(), since, data));
        }
        steps.add(new BruteStep(new BruteStepKey(position, false), kind, time, data));
        return steps;
    }

    private static Kind kindOf(String type) {
        return switch (type) {
            case "dossier.received" -> Kind.RECEIVED;
            case "dossier.supplement-requested" -> Kind.SUPPLEMENT_REQUESTED;
            case "dossier.suspended" -> Kind.SUSPENDED;
            case "dossier.supplement-received" -> Kind.SUPPLEMENT_RECEIVED;
            case "dossier.resumed" -> Kind.RESUMED;
            case "dossier.due-date-extended" -> Kind.EXTENDED;
            default -> Kind.CLOSED;
        };
    }
}
