package hoso.event.wire;

import hoso.event.Publication;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** One right event of every type, as published; single quotes stand for double ones. */
public final class Samples {

    private static final Map<String, String> DATA = new LinkedHashMap<>();

    static {
        data(
                "unit.registered",
                "'name':'UBND huyện Tháp Mười','level':'DISTRICT','parent':'H20','validFrom':'2020-01-01'");
        data("unit.moved", "'parent':'H20','validFrom':'2025-07-01'");
        data("unit.merged", "'into':'H20.34','validFrom':'2025-07-01'");
        data("unit.closed", "'validTo':'2025-06-30'");
        data(
                "procedure.published",
                "'name':'Đăng ký khai sinh','field':'Hộ tịch','onlineLevel':'FULL','processing':{'kind':'WORKING_DAYS',"
                        + "'amount':5},'supplement':'RESTART','feeRequired':true,'electronicCopy':false,'validFrom':'2023-01-01'");
        data(
                "calendar.published",
                "'hours':[['07:00','11:00'],['13:00','17:30']],'holidays':['2024-01-01'],'makeUpDays':['2024-01-06']");
        data(
                "dossier.received",
                "'unit':'H20.12','procedure':'2.000815','channel':'ONLINE','dueAt':'2024-03-11T17:00:00+07:00',"
                        + "'applicantRef':'0b7c9c5e-59a1-4d0a-9f0e-7b1f1e4e2a11'");
        data("dossier.components-digitized", "'components':4");
        data("dossier.data-reused", "'components':1");
        data("dossier.supplement-requested", "'reason':'thiếu giấy khai sinh'");
        data("dossier.suspended", "'reason':'chờ xác minh'");
        data("dossier.supplement-received", "'since':'2024-03-01T08:00:00+07:00'");
        data("dossier.resumed", "'since':'2024-03-01T08:00:00+07:00'");
        data("dossier.due-date-extended", "'dueAt':'2024-03-20T17:00:00+07:00','basis':'văn bản 12/STP'");
        data("dossier.fee-requested", "'amount':50000");
        data("dossier.fee-paid", "'amount':50000,'method':'ONLINE','transactionId':'VNP-1'");
        data("dossier.forwarded", "'holder':'H20.99','step':'thẩm định'");
        data("dossier.resolved", "'outcome':'APPROVED'");
        data("dossier.withdrawn", "'reason':'theo đơn'");
        data("dossier.declined", "'reason':'không thuộc thẩm quyền'");
        data("dossier.result-issued", "'electronic':true");
        data("dossier.result-digitized", "");
        data("dossier.result-returned", "'channel':'POSTAL'");
        data(
                "dossier.apology-issued",
                "'letterNo':'12/TXL','promisedAt':'2024-03-22T17:00:00+07:00','reason':'quá tải'");
        data("dossier.notified", "'by':'SMS','about':'RESULT'");
        data("dossier.satisfaction-rated", "'satisfied':true,'score':5");
        data("dossier.portal-status-observed", "'status':9,'overdue':false,'synced':true");
        data(
                "dossier.corrected",
                "'corrects':{'source':'urn:portal','id':'e-7'},'time':'2024-03-05T08:00:00+07:00',"
                        + "'data':{'dueAt':'2024-03-21T17:00:00+07:00','basis':'văn bản 13/STP'},'reason':'ghi nhầm','authority':'QĐ 1'");
        data("dossier.voided", "'corrects':{'source':'urn:portal','id':'e-7'},'reason':'trùng','authority':'QĐ 2'");
        data("dossier.clock-redecided", "'reason':'lịch mới','authority':'QĐ 3'");
        data("dossier.texts-erased", "'authority':'QĐ 4'");
        data("dossier.disputed", "'claim':'đã nộp đủ'");
        data(
                "dossier.dispute-ruled",
                "'dispute':{'source':'urn:portal','id':'e-9'},'verdict':'UPHELD','reason':'đúng','authority':'QĐ 5'");
        data("petition.received", "'kind':'BEHAVIOUR','source':'HOTLINE','unit':'H20.12'");
        data("petition.answered", "");
        data("petition.published", "");
        data("petition.rated", "'satisfied':false");
    }

    private Samples() {}

    private static void data(String type, String data) {
        DATA.put("hoso." + type + ".v1", "{" + data.replace('\'', '"') + "}");
    }

    /** The right data of a type. */
    public static ObjectNode data(EventType type) {
        return object(DATA.get(type.name()));
    }

    /** An event of a type with that data. */
    public static ObjectNode event(String type, ObjectNode data) {
        ObjectNode event = object(
                "{'specversion':'1.0','id':'e-1','source':'urn:portal','time':'2024-03-04T08:00:00.123456+07:00'}");
        event.put("type", type);
        event.put("subject", subject(type));
        event.set("data", data);
        return event;
    }

    public static ObjectNode event(EventType type) {
        return event(type.name(), data(type));
    }

    static Publication publication(EventType type) {
        return CloudEventReader.read(event(type));
    }

    /** JSON with single quotes. */
    public static ObjectNode object(String json) {
        return (ObjectNode) StrictJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String subject(String type) {
        if (type.startsWith("hoso.unit")) return "H20.12";
        if (type.startsWith("hoso.procedure")) return "2.000815";
        if (type.startsWith("hoso.calendar")) return "2024";
        return type.startsWith("hoso.petition") ? "PAKN-1" : "H20.12-240304-0001";
    }
}
