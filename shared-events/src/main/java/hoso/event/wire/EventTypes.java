package hoso.event.wire;

import static hoso.event.wire.Property.optional;
import static hoso.event.wire.Property.required;
import static hoso.event.wire.ValueKind.oneOf;

import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.Fact;
import hoso.event.Note;
import hoso.event.OtherFact;
import hoso.event.PetitionFact;
import hoso.event.ReferenceFact;
import hoso.event.Stream;
import hoso.event.wire.EventType.SubjectKind;
import hoso.vocabulary.Channel;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.UnitLevel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The table of the contract: every type of event, and the properties of its data. */
public final class EventTypes {

    private static final ValueKind CODE = new ValueKind.Code();
    private static final ValueKind NAME = new ValueKind.Text(300);
    private static final ValueKind SHORT = new ValueKind.Text(128);
    private static final ValueKind FREE_TEXT = new ValueKind.FreeText(500);
    private static final ValueKind MOMENT = new ValueKind.Moment();
    private static final ValueKind DAY = new ValueKind.Day();
    private static final ValueKind DAYS = new ValueKind.Days();
    private static final ValueKind FLAG = new ValueKind.Flag();
    private static final ValueKind KEY = new ValueKind.Key();

    /** Whole VND, up to a million million: no fee of one dossier is larger. */
    private static final ValueKind MONEY = new ValueKind.Whole(1, 1_000_000_000_000L, true);

    /** A dossier of more components than this is a mistake of the publisher. */
    private static final ValueKind COMPONENTS = new ValueKind.Whole(1, 1_000_000, false);

    private static final List<EventType> ALL = List.of(
            reference(
                    "unit.registered",
                    SubjectKind.UNIT,
                    ReferenceFact.UnitRegistered.class,
                    required("name", NAME),
                    required("level", oneOf(UnitLevel.class)),
                    optional("parent", CODE),
                    required("validFrom", DAY)),
            reference(
                    "unit.moved",
                    SubjectKind.UNIT,
                    ReferenceFact.UnitMoved.class,
                    required("parent", CODE),
                    required("validFrom", DAY)),
            reference(
                    "unit.merged",
                    SubjectKind.UNIT,
                    ReferenceFact.UnitMerged.class,
                    required("into", CODE),
                    required("validFrom", DAY)),
            reference("unit.closed", SubjectKind.UNIT, ReferenceFact.UnitClosed.class, required("validTo", DAY)),
            reference(
                    "procedure.published",
                    SubjectKind.PROCEDURE,
                    ReferenceFact.ProcedurePublished.class,
                    required("name", NAME),
                    required("field", NAME),
                    required("onlineLevel", oneOf(OnlineLevel.class)),
                    required("processing", new ValueKind.ProcessingTime()),
                    optional("supplement", oneOf(SupplementRule.class)),
                    optional("feeRequired", FLAG),
                    optional("electronicCopy", FLAG),
                    required("validFrom", DAY)),
            reference(
                    "calendar.published",
                    SubjectKind.CALENDAR,
                    ReferenceFact.CalendarPublished.class,
                    optional("hours", new ValueKind.Hours()),
                    required("holidays", DAYS),
                    required("makeUpDays", DAYS)),
            dossier(
                    "received",
                    ClockFact.Received.class,
                    required("unit", CODE),
                    required("procedure", CODE),
                    required("channel", oneOf(Channel.class)),
                    optional("dueAt", MOMENT),
                    optional("applicantRef", new ValueKind.RandomUuid())),
            dossier("components-digitized", OtherFact.ComponentsDigitized.class, optional("components", COMPONENTS)),
            dossier("data-reused", OtherFact.DataReused.class, optional("components", COMPONENTS)),
            dossier("supplement-requested", ClockFact.SupplementRequested.class, required("reason", FREE_TEXT)),
            dossier("suspended", ClockFact.Suspended.class, required("reason", FREE_TEXT)),
            dossier("supplement-received", ClockFact.SupplementReceived.class, optional("since", MOMENT)),
            dossier("resumed", ClockFact.Resumed.class, optional("since", MOMENT)),
            dossier(
                    "due-date-extended",
                    ClockFact.DueDateExtended.class,
                    required("dueAt", MOMENT),
                    required("basis", FREE_TEXT)),
            dossier("fee-requested", OtherFact.FeeRequested.class, required("amount", MONEY)),
            dossier(
                    "fee-paid",
                    OtherFact.FeePaid.class,
                    required("amount", MONEY),
                    required("method", oneOf(OtherFact.PaymentMethod.class)),
                    optional("transactionId", SHORT)),
            dossier("forwarded", OtherFact.Forwarded.class, required("holder", CODE), optional("step", FREE_TEXT)),
            dossier(
                    "resolved",
                    ClockFact.Resolved.class,
                    required("outcome", new ValueKind.OneOf(List.of(Outcome.APPROVED, Outcome.REJECTED)))),
            dossier("withdrawn", ClockFact.Withdrawn.class, optional("reason", FREE_TEXT)),
            dossier("declined", ClockFact.Declined.class, required("reason", FREE_TEXT)),
            dossier("result-issued", OtherFact.ResultIssued.class, required("electronic", FLAG)),
            dossier("result-digitized", OtherFact.ResultDigitized.class),
            dossier("result-returned", OtherFact.ResultReturned.class, required("channel", oneOf(Channel.class))),
            dossier(
                    "apology-issued",
                    OtherFact.ApologyIssued.class,
                    required("letterNo", SHORT),
                    optional("promisedAt", MOMENT),
                    required("reason", FREE_TEXT)),
            dossier(
                    "notified",
                    OtherFact.Notified.class,
                    required("by", oneOf(OtherFact.NoticeChannel.class)),
                    required("about", oneOf(OtherFact.NoticeSubject.class))),
            dossier(
                    "satisfaction-rated",
                    OtherFact.SatisfactionRated.class,
                    required("satisfied", FLAG),
                    optional("score", new ValueKind.Whole(1, 5, false))),
            dossier(
                    "portal-status-observed",
                    OtherFact.PortalStatusObserved.class,
                    required("status", new ValueKind.Whole(1, 10, false)),
                    optional("overdue", FLAG),
                    required("synced", FLAG)),
            dossier(
                    "corrected",
                    Amendment.Corrected.class,
                    required("corrects", KEY),
                    optional("time", MOMENT),
                    optional("data", new ValueKind.OtherData()),
                    required("reason", FREE_TEXT),
                    required("authority", SHORT)),
            dossier(
                    "voided",
                    Amendment.Voided.class,
                    required("corrects", KEY),
                    required("reason", FREE_TEXT),
                    required("authority", SHORT)),
            dossier(
                    "clock-redecided",
                    Amendment.ClockRedecided.class,
                    required("reason", FREE_TEXT),
                    required("authority", SHORT)),
            dossier("texts-erased", Note.TextsErased.class, required("authority", SHORT)),
            dossier("disputed", Note.Disputed.class, required("claim", FREE_TEXT)),
            dossier(
                    "dispute-ruled",
                    Note.DisputeRuled.class,
                    required("dispute", KEY),
                    required("verdict", oneOf(Note.Verdict.class)),
                    required("reason", FREE_TEXT),
                    required("authority", SHORT)),
            petition(
                    "received",
                    PetitionFact.PetitionReceived.class,
                    required("kind", oneOf(PetitionFact.Kind.class)),
                    required("source", oneOf(PetitionFact.Source.class)),
                    required("unit", CODE)),
            petition("answered", PetitionFact.PetitionAnswered.class),
            petition("published", PetitionFact.PetitionPublished.class),
            petition("rated", PetitionFact.PetitionRated.class, required("satisfied", FLAG)));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private static final Map<Class<?>, EventType> BY_FAMILY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::family, Function.identity()));

    private EventTypes() {}

    /** Published data in place of a fact's, as a correction has it: it is read once that fact is known. */
    public static Amendment.Replacement replacement(JsonNode data) {
        return ReplacementData.published(data);
    }

    /** Every type, in the order of the contract. */
    public static List<EventType> all() {
        return ALL;
    }

    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The type whose data a fact is. */
    public static EventType of(Fact fact) {
        return Objects.requireNonNull(BY_FAMILY.get(fact.getClass()), () -> "no type of " + fact.getClass());
    }

    /** The stream that events of a type about a subject belong to. */
    static Stream stream(EventType type, String subject) {
        return switch (type.subjectKind()) {
            case DOSSIER -> Stream.dossier(subject);
            case PETITION -> Stream.petition(subject);
            case UNIT, PROCEDURE, CALENDAR -> Stream.REFERENCE;
        };
    }

    private static EventType reference(
            String name, SubjectKind subjectKind, Class<? extends ReferenceFact> family, Property... properties) {
        return new EventType("hoso." + name + ".v1", subjectKind, family, properties);
    }

    private static EventType dossier(String name, Class<? extends Fact> family, Property... properties) {
        return new EventType("hoso.dossier." + name + ".v1", SubjectKind.DOSSIER, family, properties);
    }

    private static EventType petition(String name, Class<? extends PetitionFact> family, Property... properties) {
        return new EventType("hoso.petition." + name + ".v1", SubjectKind.PETITION, family, properties);
    }
}
