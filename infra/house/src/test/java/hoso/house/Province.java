package hoso.house;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.vocabulary.UnitRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The province of one test class: two districts, A and B, with a commune each, and one procedure of five working days.
 *
 * @param code of the province, with which every other code begins
 */
record Province(String code, Wire wire) {

    /** Registers it with every right. */
    static Province found(String code, Wire wire) {
        var province = new Province(code, wire);
        List<Event> events = new ArrayList<>();
        events.add(unit(code, "PROVINCE", null));
        for (String district : List.of(".A", ".B")) {
            events.add(unit(code + district, "DISTRICT", code));
            events.add(unit(code + district + ".1", "COMMUNE", code + district));
        }
        events.add(province.procedureEvent());
        province.publish(events);
        return province;
    }

    /** One who may do everything there, and nothing elsewhere. */
    Caller official() {
        return new Caller("official", Role.ADMIN.scopes(), Set.of("*"), new UnitRights(Set.of(code)));
    }

    String districtA() {
        return code + ".A";
    }

    String communeA() {
        return code + ".A.1";
    }

    String districtB() {
        return code + ".B";
    }

    String communeB() {
        return code + ".B.1";
    }

    String procedure() {
        return code + "-procedure";
    }

    /** The procedure, not yet published. */
    Event procedureEvent() {
        return procedureEvent("procedure", 5, "2020-01-01");
    }

    /** A procedure of its catalogue, not yet published; another of the same name is its next version. */
    Event procedureEvent(String name, int workingDays, String validFrom) {
        return Event.of(
                "procedure.published",
                code + "-" + name,
                "name",
                "Cấp bản sao",
                "field",
                "Hộ tịch",
                "onlineLevel",
                "FULL",
                "processing",
                Map.of("kind", "WORKING_DAYS", "amount", workingDays),
                "validFrom",
                validFrom);
    }

    /** Registers one more commune of district A; answers its code. */
    String commune(String name) {
        String commune = code + "." + name;
        publish(unit(commune, "COMMUNE", districtA()));
        return commune;
    }

    /** The receipt of a dossier, not yet published. */
    Event receipt(String name, String unit) {
        return Event.of(
                "dossier.received", code + "-" + name, "unit", unit, "procedure", procedure(), "channel", "ONLINE");
    }

    /** Receives a dossier on Monday; answers its id. */
    String receive(String name, String unit) {
        Event receipt = receipt(name, unit);
        publish(List.of(receipt));
        return receipt.subject();
    }

    /** Receives a petition on Monday; answers its id. */
    String receivePetition(String name, String unit) {
        Event receipt = Event.of(
                "petition.received", code + "-" + name, "kind", "REGULATION", "source", "HOTLINE", "unit", unit);
        publish(List.of(receipt));
        return receipt.subject();
    }

    /** Publishes what must be accepted, and waits until questions see it. */
    void publish(List<Event> events) {
        var answer = wire.house().publish(events.stream().map(Event::json).toList());
        if (answer.get("rejected").intValue() > 0) throw new AssertionError(answer);
        wire.house().get("/api/v1/procedures", Map.of("minPosition", answer.get("lastPosition")));
    }

    void publish(Event event) {
        publish(List.of(event));
    }

    /** That it was decided as the citizen asked. */
    static Event closed(String dossier, String time) {
        return Event.of("dossier.resolved", dossier, "outcome", "APPROVED").at(time);
    }

    static Event extended(String dossier, String time, String dueAt, String basis) {
        return Event.of("dossier.due-date-extended", dossier, "dueAt", dueAt, "basis", basis)
                .at(time);
    }

    /**
     * What the national portal showed.
     *
     * @param status by its number there
     */
    static Event observed(String dossier, String time, int status, boolean synced) {
        return Event.of("dossier.portal-status-observed", dossier, "status", status, "synced", synced)
                .at(time);
    }

    static Event unit(String code, String level, String parent) {
        Event registered =
                Event.of("unit.registered", code, "name", "Đơn vị " + code, "level", level, "validFrom", "2020-01-01");
        return parent == null ? registered : registered.withData("parent", parent);
    }
}
