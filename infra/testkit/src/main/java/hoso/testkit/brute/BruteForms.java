package hoso.testkit.brute;

import static hoso.testkit.brute.BruteValues.code;
import static hoso.testkit.brute.BruteValues.hours;
import static hoso.testkit.brute.BruteValues.integer;
import static hoso.testkit.brute.BruteValues.oneOf;
import static hoso.testkit.brute.BruteValues.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The table of event types of the contract, row by row. */
final class BruteForms {
    private static final Predicate<JsonNode> NAME = text(300);
    private static final Predicate<JsonNode> FREE_TEXT = text(500);
    private static final Predicate<JsonNode> STRING = text(128);
    private static final Predicate<JsonNode> MONEY = integer(1, 1_000_000_000_000L);
    private static final Predicate<JsonNode> BOOLEAN = JsonNode::isBoolean;
    private static final Predicate<JsonNode> DATE = BruteJson::isDate;
    private static final Predicate<JsonNode> DATES = BruteValues::dates;
    private static final Predicate<JsonNode> TIME = BruteJson::isTime;
    private static final Predicate<JsonNode> CHANNEL = oneOf("ONLINE", "DIRECT", "POSTAL");
    private static final Map<String, BruteForm> FORMS = new HashMap<>();

    static {
        reference();
        clock();
        others();
        notes();
        petitions();
    }

    private BruteForms() {}

    static boolean knows(String type) {
        return FORMS.containsKey(type);
    }

    static BruteForm of(String type) {
        return Objects.requireNonNull(FORMS.get(type), type);
    }

    private static BruteForm form(String type) {
        BruteForm form = new BruteForm();
        FORMS.put(type, form);
        return form;
    }

    private static BruteForm reference(String... names) {
        BruteForm form = new BruteForm();
        for (String name : names) {
            form.must(name, STRING);
        }
        return form;
    }

    private static void reference() {
        form("unit.registered")
                .must("name", NAME)
                .must("level", oneOf("PROVINCE", "DEPARTMENT", "DISTRICT", "COMMUNE", "DESK"))
                .may("parent", code())
                .must("validFrom", DATE);
        form("unit.moved").must("parent", code()).must("validFrom", DATE);
        form("unit.merged").must("into", code()).must("validFrom", DATE);
        form("unit.closed").must("validTo", DATE);
        form("procedure.published")
                .must("name", NAME)
                .must("field", NAME)
                .must("onlineLevel", oneOf("FULL", "PARTIAL", "INFO"))
                .mustHold(
                        "processing",
                        new BruteForm()
                                .must("kind", oneOf("WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS", "SAME_DAY"))
                                .may("amount", integer(1, 3650)))
                .may("supplement", oneOf("RESUME", "RESTART"))
                .may("feeRequired", BOOLEAN)
                .may("electronicCopy", BOOLEAN)
                .must("validFrom", DATE);
        form("calendar.published").may("hours", hours()).must("holidays", DATES).must("makeUpDays", DATES);
    }

    private static void clock() {
        form("dossier.received")
                .must("unit", code())
                .must("procedure", code())
                .must("channel", CHANNEL)
                .may("dueAt", TIME)
                .may("applicantRef", BruteValues::randomUuid);
        form("dossier.supplement-requested").must("reason", FREE_TEXT);
        form("dossier.suspended").must("reason", FREE_TEXT);
        form("dossier.supplement-received").may("since", TIME);
        form("dossier.resumed").may("since", TIME);
        form("dossier.due-date-extended").must("dueAt", TIME).must("basis", FREE_TEXT);
        form("dossier.resolved").must("outcome", oneOf("APPROVED", "REJECTED"));
        form("dossier.withdrawn").may("reason", FREE_TEXT);
        form("dossier.declined").must("reason", FREE_TEXT);
    }

    private static void others() {
        form("dossier.components-digitized").may("components", integer(1, Integer.MAX_VALUE));
        form("dossier.data-reused").may("components", integer(1, Integer.MAX_VALUE));
        form("dossier.fee-requested").must("amount", MONEY);
        form("dossier.fee-paid")
                .must("amount", MONEY)
                .must("method", oneOf("ONLINE", "COUNTER"))
                .may("transactionId", STRING);
        form("dossier.forwarded").must("holder", code()).may("step", FREE_TEXT);
        form("dossier.result-issued").must("electronic", BOOLEAN);
        form("dossier.result-digitized");
        form("dossier.result-returned").must("channel", CHANNEL);
        form("dossier.apology-issued")
                .must("letterNo", STRING)
                .may("promisedAt", TIME)
                .must("reason", FREE_TEXT);
        form("dossier.notified")
                .must("by", oneOf("SMS", "EMAIL", "APP", "CALL"))
                .must("about", oneOf("RESULT", "SUPPLEMENT", "SUSPENSION", "LATENESS", "OTHER"));
        form("dossier.satisfaction-rated").must("satisfied", BOOLEAN).may("score", integer(1, 5));
        form("dossier.portal-status-observed")
                .must("status", integer(1, 10))
                .may("overdue", BOOLEAN)
                .must("synced", BOOLEAN);
    }

    private static void notes() {
        form("dossier.corrected")
                .mustHold("corrects", reference("source", "id"))
                .may("time", TIME)
                .may("data", JsonNode::isObject)
                .must("reason", FREE_TEXT)
                .must("authority", STRING);
        form("dossier.voided")
                .mustHold("corrects", reference("source", "id"))
                .must("reason", FREE_TEXT)
                .must("authority", STRING);
        form("dossier.clock-redecided").must("reason", FREE_TEXT).must("authority", STRING);
        form("dossier.texts-erased").must("authority", STRING);
        form("dossier.disputed").must("claim", FREE_TEXT);
        form("dossier.dispute-ruled")
                .mustHold("dispute", reference("source", "id"))
                .must("verdict", oneOf("UPHELD", "DISMISSED"))
                .must("reason", FREE_TEXT)
                .must("authority", STRING);
    }

    private static void petitions() {
        form("petition.received")
                .must("kind", oneOf("REGULATION", "BEHAVIOUR"))
                .must("source", oneOf("NATIONAL_PORTAL", "HOTLINE", "DIRECT", "LETTER"))
                .must("unit", code());
        form("petition.answered");
        form("petition.published");
        form("petition.rated").must("satisfied", BOOLEAN);
    }
}
