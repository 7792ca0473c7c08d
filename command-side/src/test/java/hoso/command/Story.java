package hoso.command;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.AcceptedEvent;
import hoso.event.Decision;
import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.vocabulary.Timeliness;
import hoso.vocabulary.UnitRights;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A province, some procedures and the dossier {@code D}, told line by line. Local times, as {@code 2024-03-04T08:00}:
 * that is a Monday in a month without holidays, in a year without a calendar. JSON has single quotes.
 *
 * <p>Procedures: {@code hours} (8 working hours), {@code days} (5 working days), {@code restart} (the same, counted anew
 * after a supplement), {@code calendar} (5 calendar days), {@code same} (the same day).
 */
public final class Story {

    private final PureHouse house = new PureHouse();
    private int named;

    public Story() {
        unit("P", "'level':'PROVINCE'");
        unit("P.1", "'level':'COMMUNE','parent':'P'");
        unit("P.2", "'level':'COMMUNE','parent':'P'");
        unit("Q", "'level':'PROVINCE'");
        procedure("hours", "'kind':'WORKING_HOURS','amount':8", "'validFrom':'2020-01-01'");
        procedure("days", "'kind':'WORKING_DAYS','amount':5", "'validFrom':'2020-01-01'");
        procedure("restart", "'kind':'WORKING_DAYS','amount':5", "'supplement':'RESTART','validFrom':'2020-01-01'");
        procedure("calendar", "'kind':'CALENDAR_DAYS','amount':5", "'validFrom':'2020-01-01'");
        procedure("same", "'kind':'SAME_DAY'", "'validFrom':'2020-01-01'");
    }

    /** A story in which {@code D} was received by {@code P.1} on Monday 4 March 2024 at 07:30, as event {@code r}. */
    public static Story received(String procedure) {
        var story = new Story();
        story.accepts("r", "received", "2024-03-04T07:30", receipt(procedure));
        return story;
    }

    public static String receipt(String procedure) {
        return "'unit':'P.1','procedure':'" + procedure + "','channel':'DIRECT'";
    }

    public PureHouse house() {
        return house;
    }

    public void unit(String code, String data) {
        accepted(offer(
                null,
                "unit.registered",
                code,
                "2020-01-01T08:00",
                "'name':'" + code + "','validFrom':'2020-01-01'," + data));
    }

    public void procedure(String code, String processing, String data) {
        accepted(offer(
                null,
                "procedure.published",
                code,
                "2020-01-01T08:00",
                "'name':'" + code + "','field':'Hộ tịch','onlineLevel':'FULL','processing':{" + processing + "},"
                        + data));
    }

    public void calendar(int year, String data) {
        accepted(offer(null, "calendar.published", String.valueOf(year), "2020-01-01T08:00", data));
    }

    /** The verdict on a dossier event under a new id. */
    public String tell(String type, String local, String data) {
        return tell(null, type, local, data);
    }

    /** The verdict on a dossier event under that id. */
    public String tell(String id, String type, String local, String data) {
        return offer(id, "dossier." + type, "D", local, data);
    }

    public void accepts(String type, String local, String data) {
        accepted(tell(type, local, data));
    }

    public void accepts(String id, String type, String local, String data) {
        accepted(tell(id, type, local, data));
    }

    /** The verdict on a correction of an event; {@code change} as {@code 'time':…,'data':{…}}. */
    public String correct(String id, String change) {
        return tell(
                null, "corrected", "2024-06-01T08:00", named(id) + "," + change + ",'reason':'x','authority':'QĐ 1'");
    }

    /** The verdict on taking an event out. */
    public String takeOut(String id) {
        return tell(null, "voided", "2024-06-01T08:00", named(id) + ",'reason':'x','authority':'QĐ 1'");
    }

    public String redecide() {
        return tell("clock-redecided", "2024-06-01T08:00", "'reason':'x','authority':'QĐ 1'");
    }

    public static String named(String id) {
        return "'corrects':{'source':'s','id':'" + id + "'}";
    }

    /** {@code 'name':'2024-03-04T08:00:00+07:00'}. */
    public static String moment(String name, String local) {
        return "'" + name + "':'" + time(local) + "'";
    }

    public String offer(String id, String type, String subject, String local, String data) {
        return offer(id, type, subject, local, data, UnitRights.ALL);
    }

    public String offer(String id, String type, String subject, String local, String data, UnitRights rights) {
        String line = "{'specversion':'1.0','id':'" + (id == null ? "e" + ++named : id)
                + "','source':'s','type':'hoso." + type + ".v1','subject':'" + subject + "','time':'" + time(local)
                + "','data':{" + data + "}}";
        return house.offer(line.replace('\'', '"'), rights);
    }

    public DossierHistory dossier() {
        return house.dossiers().get("D").history();
    }

    /** The due instant shown, as local time. */
    public String due() {
        return local(dossier().dueAt());
    }

    public Timeliness timeliness() {
        return dossier().standing().timeliness();
    }

    /** Each clock fact in its order, as {@code Suspended 2024-03-05T08:00 → 2024-03-11T17:00 counts}. */
    public List<String> clock() {
        return dossier().clock().stream().map(Story::told).toList();
    }

    /** What the newest event decided. */
    public Decision decision() {
        return newest().decision();
    }

    public AcceptedEvent newest() {
        return house.accepted().getLast();
    }

    /** The clock facts the newest event decided, as {@code 3 → 2024-03-11T17:00 counts}. */
    public List<String> rulings() {
        return decision().rulings().stream()
                .map(ruled -> ruled.fact() + (ruled.broughtPause() ? "' → " : " → ") + told(ruled.ruling()))
                .toList();
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(VietnamTime.OFFSET);
    }

    private static String time(String local) {
        return at(local).atOffset(VietnamTime.OFFSET).format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, VietnamTime.OFFSET).toString();
    }

    private static String told(ClockEntry entry) {
        return entry.fact().getClass().getSimpleName() + " " + local(entry.at()) + " → " + told(entry.ruling());
    }

    private static String told(Ruling ruling) {
        return local(ruling.dueAt())
                + switch (ruling) {
                    case Ruling.Due due -> "";
                    case Ruling.Paused paused -> paused.counts() ? " counts" : " does not count";
                    case Ruling.Closed closed -> " " + closed.timeliness();
                };
    }

    private static void accepted(String verdict) {
        assertThat(verdict).isEqualTo("accepted");
    }
}
