package hoso.query.report.scoreboard;

import static hoso.query.report.catalogue.Quantity.named;
import static hoso.query.report.scoreboard.Scoring.WhenNone.ABSENT;
import static hoso.query.report.scoreboard.Scoring.WhenNone.FULL;
import static hoso.query.report.scoreboard.Scoring.WhenNone.ZERO;

import hoso.query.report.scoreboard.Criterion.Scored;
import hoso.query.report.scoreboard.Criterion.WithoutFacts;
import hoso.query.report.scoreboard.Scoring.WhenNone;
import java.math.BigDecimal;
import java.util.List;

/**
 * The six groups and their criteria, in the order in which the portal shows them. The groups' points are those of the
 * decision, in five groups there, of which the portal shows one as two; what is counted within them was captured from the
 * national portal in September 2026, and its scoring worked out from one province's points to ±0.015: it is no legal text.
 */
public final class Criteria {

    static final String SOURCE =
            "Quyết định 766/QĐ-TTg ngày 23/6/2022; cách tính dựng lại từ Cổng Dịch vụ công quốc gia, tháng 9/2026";

    private static final List<CriteriaGroup> ALL = List.of(
            publicity(),
            progress(),
            DigitalCriteria.online(),
            DigitalCriteria.payment(),
            satisfaction(),
            DigitalCriteria.digitization());

    private Criteria() {}

    public static List<CriteriaGroup> all() {
        return ALL;
    }

    private static CriteriaGroup publicity() {
        return new CriteriaGroup(
                "PUBLICITY",
                "Công khai, minh bạch",
                "Publicity and transparency",
                List.of(
                        new WithoutFacts(
                                "PUBLISH_ON_TIME",
                                "Thủ tục hành chính được công bố đúng hạn",
                                "Procedures published on time",
                                6,
                                SOURCE,
                                "when procedures were to be published"),
                        new WithoutFacts(
                                "PUBLIC_UPDATE_ON_TIME",
                                "Thủ tục hành chính được cập nhật, công khai đúng hạn",
                                "Procedures updated on time",
                                4,
                                SOURCE,
                                "when procedures were to be updated"),
                        new WithoutFacts(
                                "PUBLIC_CONTENT_FULL",
                                "Thủ tục hành chính được công khai đầy đủ nội dung",
                                "Procedures published in full",
                                2,
                                SOURCE,
                                "which parts of a procedure are published"),
                        new Scored(
                                "DOSSIER_SYNC",
                                "Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia",
                                "Dossiers synced to the national portal",
                                6,
                                named("tags.portalSynced.new").over("received.new"),
                                null,
                                linear(ABSENT),
                                SOURCE,
                                "the portal divides by what it or the national report received, if that is more, and without any by last year's mean")));
    }

    private static CriteriaGroup progress() {
        return new CriteriaGroup(
                "PROGRESS",
                "Tiến độ giải quyết",
                "Progress",
                List.of(new Scored(
                        "PROGRESS",
                        "Hồ sơ trong hạn, kể cả đang giải quyết",
                        "Dossiers in time, those pending included",
                        20,
                        named("resolved.early", "resolved.onTime", "pending.notDue")
                                .over("received.total"),
                        named("portal.ended.inTime", "portal.pending.notDue").over("portal.inScope"),
                        linear(ABSENT),
                        SOURCE,
                        null)));
    }

    private static CriteriaGroup satisfaction() {
        return new CriteriaGroup(
                "SATISFACTION",
                "Mức độ hài lòng",
                "Satisfaction",
                List.of(
                        new WithoutFacts(
                                "PETITION_PROCESSING_ON_TIME",
                                "Phản ánh, kiến nghị được xử lý đúng hạn",
                                "Petitions handled on time",
                                6,
                                SOURCE,
                                "by when a petition is to be answered"),
                        new Scored(
                                "PETITION_HANDLING_SATISFACTION",
                                "Hài lòng trong xử lý phản ánh, kiến nghị",
                                "Satisfied with the handling of petitions",
                                6,
                                named("petitions.satisfied").over("petitions.rated"),
                                null,
                                linear(FULL),
                                SOURCE,
                                null),
                        new Scored(
                                "DOSSIER_RECEIVING_SATISFACTION",
                                "Hài lòng trong tiếp nhận, giải quyết thủ tục hành chính",
                                "Neither overdue nor disliked",
                                6,
                                named(
                                                "resolved.early",
                                                "resolved.onTime",
                                                "pending.notDue",
                                                "tags.satisfied.inScope",
                                                "-tags.rated.inScope")
                                        .over("received.total"),
                                named(
                                                "portal.ended.inTime",
                                                "portal.pending.notDue",
                                                "tags.satisfied.inScope",
                                                "-tags.rated.inScope")
                                        .over("portal.inScope"),
                                fullAt("0.9", ZERO),
                                SOURCE,
                                "100 % less the overdue and the disliked, both of all dossiers; what else the portal counts as complained of is not known")));
    }

    static Scoring linear(WhenNone whenNone) {
        return new Scoring.Linear(whenNone);
    }

    static Scoring fullAt(String share, WhenNone whenNone) {
        return new Scoring.FullAt(new BigDecimal(share), whenNone);
    }
}
