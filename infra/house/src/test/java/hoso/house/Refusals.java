package hoso.house;

import hoso.edge.ProblemCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** For each code by which an event is refused, an event that is refused so, and the facts that the refusal rests on. */
final class Refusals {

    /**
     * @param facts members of the problem document beside the standard ones
     */
    record Refused(ProblemCode code, Event event, List<String> facts) {
        @Override
        public String toString() {
            return code.code();
        }
    }

    private static final String TUESDAY = "2026-03-03T09:00:00+07:00";
    private static final String WEDNESDAY = "2026-03-04T09:00:00+07:00";
    private static final String FOUR_WEEKS_LATER = "2026-03-30T09:00:00+07:00";

    private final Province province;
    private final Map<ProblemCode, Refused> byCode = new LinkedHashMap<>();
    private String dossier;

    private Refusals(Province province) {
        this.province = province;
    }

    /** Publishes what they need; they are refused to whoever has no right to district B. */
    static List<Refused> in(Province province) {
        var refusals = new Refusals(province);
        refusals.dossier = province.receive("dossier", province.communeA());
        refusals.shapes();
        refusals.keys();
        refusals.references();
        refusals.clock();
        refusals.otherFacts();
        refusals.petitions();
        return List.copyOf(refusals.byCode.values());
    }

    private void refused(ProblemCode code, Event event, String... facts) {
        byCode.put(code, new Refused(code, event, Arrays.asList(facts)));
    }

    private Event notice(String id) {
        return Event.of("dossier.notified", id, "by", "SMS", "about", "OTHER");
    }

    private Event pause(String id) {
        return Event.of("dossier.suspended", id, "reason", "x");
    }

    private void shapes() {
        refused(ProblemCode.TOO_LARGE, notice(dossier).with("note", "x".repeat(70_000)));
        refused(ProblemCode.MALFORMED, notice(dossier).withData("by", "PIGEON"));
        refused(ProblemCode.UNKNOWN_TYPE, notice(dossier).with("type", "hoso.dossier.lost.v1"));
        refused(ProblemCode.UNKNOWN_PROPERTY, notice(dossier).withData("name", "x"));
        refused(ProblemCode.IN_THE_FUTURE, notice(dossier).at("2099-01-01T00:00:00Z"));
    }

    private void keys() {
        Event known = notice(dossier);
        Event voided = notice(dossier);
        Event voids =
                Event.of("dossier.voided", dossier, "corrects", voided.key(), "reason", "sai", "authority", "QĐ 1");
        province.publish(List.of(known, voided, voids));
        refused(ProblemCode.ID_REUSED, known.withData("by", "EMAIL"));
        refused(ProblemCode.VOIDED, voided);
        refused(
                ProblemCode.UNKNOWN_FACT,
                Event.of(
                        "dossier.voided",
                        dossier,
                        "corrects",
                        Event.map("source", "urn:test", "id", "none"),
                        "reason",
                        "sai",
                        "authority",
                        "QĐ 1"));
    }

    private void references() {
        String foreign = province.receive("foreign", province.communeB());
        refused(ProblemCode.FORBIDDEN, notice(foreign), "unit");
        refused(ProblemCode.UNKNOWN_UNIT, province.receipt("none", "F.nowhere"), "unit");
        refused(
                ProblemCode.UNKNOWN_PROCEDURE,
                province.receipt("none", province.communeA()).withData("procedure", "none"),
                "procedure");
        refused(ProblemCode.UNKNOWN_DOSSIER, notice("F-none"));
        refused(ProblemCode.UNKNOWN_PETITION, Event.of("petition.answered", "F-none"));
        refused(ProblemCode.ALREADY_RECEIVED, province.receipt("dossier", province.communeA()), "receivedAt");
    }

    private void clock() {
        String paused = province.receive("paused", province.communeA());
        String closed = province.receive("closed", province.communeA());
        province.publish(List.of(
                pause(paused).at(TUESDAY),
                Event.of("dossier.resumed", paused).at(WEDNESDAY),
                pause(paused).at("2026-03-05T09:00:00+07:00"),
                Province.closed(closed, TUESDAY)));
        refused(ProblemCode.BEFORE_RECEIPT, pause(dossier).at("2026-02-02T09:00:00+07:00"));
        refused(ProblemCode.ALREADY_CLOSED, pause(closed).at(WEDNESDAY), "closedAt");
        refused(ProblemCode.ALREADY_PAUSED, pause(paused).at("2026-03-06T09:00:00+07:00"), "pausedAt");
        refused(ProblemCode.NOT_PAUSED, Event.of("dossier.resumed", dossier).at(TUESDAY));
        refused(ProblemCode.CONTRADICTS_HISTORY, pause(paused).at("2026-03-02T15:00:00+07:00"), "fact", "at");
        Event extension = Province.extended(dossier, Event.MONDAY, TUESDAY, "x");
        refused(ProblemCode.NOT_LATER, extension, "dueAt");
        refused(
                ProblemCode.PAST_DUE,
                extension.at("2026-03-20T09:00:00+07:00").withData("dueAt", FOUR_WEEKS_LATER),
                "dueAt");
    }

    private void otherFacts() {
        refused(
                ProblemCode.NOT_CLOSED,
                Event.of("dossier.result-returned", dossier, "channel", "POSTAL")
                        .at(TUESDAY));
        refused(
                ProblemCode.NOT_LATE,
                Event.of("dossier.apology-issued", dossier, "letterNo", "1", "reason", "x")
                        .at(TUESDAY),
                "dueAt");
        String crowded = province.receive("crowded", province.communeA());
        province.publish(
                IntStream.range(0, 1_000).mapToObj(any -> notice(crowded)).toList());
        refused(ProblemCode.TOO_MANY_FACTS, notice(crowded));
    }

    private void petitions() {
        String open = province.receivePetition("open", province.communeA());
        String done = province.receivePetition("done", province.communeA());
        province.publish(List.of(
                Event.of("petition.answered", done).at(TUESDAY),
                Event.of("petition.published", done).at(WEDNESDAY)));
        refused(ProblemCode.NOT_ANSWERED, Event.of("petition.published", open).at(TUESDAY));
        refused(
                ProblemCode.ALREADY_ANSWERED,
                Event.of("petition.answered", done).at(WEDNESDAY));
        refused(
                ProblemCode.ALREADY_PUBLISHED,
                Event.of("petition.published", done).at(WEDNESDAY));
    }
}
