package hoso.query.report.scoreboard;

import static hoso.query.report.catalogue.Quantity.named;
import static hoso.query.report.scoreboard.Criteria.SOURCE;
import static hoso.query.report.scoreboard.Criteria.fullAt;
import static hoso.query.report.scoreboard.Criteria.linear;
import static hoso.query.report.scoreboard.Scoring.WhenNone.ABSENT;

import hoso.query.report.scoreboard.Criterion.Scored;
import hoso.query.report.scoreboard.Criterion.WithoutFacts;
import java.util.List;

/** The groups of what is done online, paid online and digitized. */
final class DigitalCriteria {

    private DigitalCriteria() {}

    static CriteriaGroup online() {
        return new CriteriaGroup(
                "ONLINE",
                "Cung cấp dịch vụ công trực tuyến",
                "Online services",
                List.of(
                        new Scored(
                                "ONLINE_PROCEDURES",
                                "Thủ tục cung cấp trực tuyến toàn trình, một phần",
                                "Procedures offered online",
                                2,
                                named("procedures.online").over("procedures.all"),
                                null,
                                fullAt("0.8", ABSENT),
                                SOURCE,
                                "of the whole register: the top of a tree alone has data"),
                        new Scored(
                                "ONLINE_SERVICES_USED",
                                "Dịch vụ công trực tuyến có phát sinh hồ sơ",
                                "Online services with dossiers",
                                4,
                                named("procedures.onlineUsed").over("procedures.online"),
                                null,
                                linear(ABSENT),
                                SOURCE,
                                "of the whole register: the top of a tree alone has data"),
                        new Scored(
                                "ONLINE_DOSSIERS",
                                "Hồ sơ nộp trực tuyến",
                                "Dossiers received online",
                                6,
                                named("received.online").over("received.new"),
                                null,
                                fullAt("0.5", ABSENT),
                                SOURCE,
                                "the portal also asks for an electronic result where the result is paper, and its document multiplies by the share synced")));
    }

    static CriteriaGroup payment() {
        return new CriteriaGroup(
                "PAYMENT",
                "Thanh toán trực tuyến",
                "Online payment",
                List.of(
                        new Scored(
                                "PAYMENT_DOSSIERS",
                                "Hồ sơ thanh toán trực tuyến",
                                "Dossiers paid online, of those with a fee",
                                6,
                                named("tags.paidOnline.inScope").over("tags.feeRequired.inScope"),
                                null,
                                linear(ABSENT),
                                SOURCE,
                                null),
                        new Scored(
                                "PAYMENT_PROCEDURES",
                                "Thủ tục có phí phát sinh thanh toán trực tuyến",
                                "Procedures with payments online, of those with a fee",
                                2,
                                named("procedures.feePaidOnline").over("procedures.withFee"),
                                null,
                                fullAt("0.8", ABSENT),
                                SOURCE,
                                "two of the portal's files divide by different counts"),
                        new WithoutFacts(
                                "PAYMENT_OFFERED",
                                "Thủ tục có phí cho thanh toán trực tuyến",
                                "Procedures with a fee that offer online payment",
                                2,
                                SOURCE,
                                "which procedures offer online payment; 2.5·R there would exceed the group's points, and is capped at 2")));
    }

    static CriteriaGroup digitization() {
        return new CriteriaGroup(
                "DIGITIZATION",
                "Số hóa hồ sơ",
                "Digitization",
                List.of(
                        new Scored(
                                "ORIGINAL_RESULT_AVAILABLE",
                                "Hồ sơ cấp kết quả điện tử",
                                "Results issued electronically",
                                6,
                                named("tags.resultElectronic.resolved").over("resolved.total"),
                                null,
                                linear(ABSENT),
                                SOURCE,
                                "the portal leaves out procedures without a paper result"),
                        new Scored(
                                "SO_HOA_GIAY_TO_GIAI_QUYET",
                                "Hồ sơ số hóa cả thành phần và kết quả",
                                "Digitized in components and result",
                                4,
                                named("digitizedThroughout.resolved").over("resolved.total"),
                                null,
                                linear(ABSENT),
                                SOURCE,
                                "linear as observed; the portal's document gives full points from 80 %"),
                        new Scored(
                                "REUSED_DIGITIZED_DATA",
                                "Hồ sơ tái sử dụng dữ liệu số hóa",
                                "Dossiers that reuse digitized data",
                                2,
                                named("tags.reused.new").over("received.new"),
                                null,
                                fullAt("0.8", ABSENT),
                                SOURCE,
                                null),
                        new WithoutFacts(
                                "SYNCED_PERSONAL_STORAGE",
                                "Kết quả đồng bộ vào kho dữ liệu của công dân",
                                "Results in the citizens' storage",
                                4,
                                SOURCE,
                                "what is in the citizens' storage"),
                        new WithoutFacts(
                                "CITIZEN_DATA_DOSSIER",
                                "Hồ sơ khai thác Cơ sở dữ liệu quốc gia về dân cư",
                                "Dossiers that use the population database",
                                2,
                                SOURCE,
                                "use of the population database"),
                        new WithoutFacts(
                                "CITIZEN_DATA_FORMALITY",
                                "Thủ tục khai thác Cơ sở dữ liệu quốc gia về dân cư",
                                "Procedures that use the population database",
                                2,
                                SOURCE,
                                "use of the population database"),
                        new WithoutFacts(
                                "ELECTRONIC_CERTIFIED_COPY",
                                "Chứng thực bản sao điện tử",
                                "Electronic certification of copies",
                                2,
                                SOURCE,
                                "what the citizens' storage got of certified copies")));
    }
}
