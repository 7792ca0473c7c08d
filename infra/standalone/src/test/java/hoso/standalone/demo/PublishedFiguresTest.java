package hoso.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ReferenceFact.ProcedurePublished;
import hoso.vocabulary.OnlineLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure of the five reports that does not contradict itself, as published, against a plain count of the events. */
class PublishedFiguresTest {

    private static CountedDemo demo;

    @BeforeAll
    static void count() {
        demo = CountedDemo.shared();
    }

    @Test
    void dong_thap_receives_and_resolves_what_its_report_says() {
        assertTotal("H20", "received.total", 92_958);
        assertTotal("H20", "received.new", 74_589);
        assertTotal("H20", "received.carriedOver", 18_369);
        assertTotal("H20", "received.online", 30_917);
        assertThat(demo.total("H20", "received.direct") + demo.total("H20", "received.postal"))
                .isEqualTo(43_672);
        assertTotal("H20", "resolved.total", 70_730);
        assertTotal("H20", "resolved.early", 62_351);
        assertTotal("H20", "resolved.onTime", 8_200);
        assertTotal("H20", "resolved.late", 179);
        assertTotal("H20", "pending.total", 22_228);
    }

    @Test
    void dong_thap_shows_its_payments_portal_copies_and_results() {
        assertTotal("H20", "tags.paidOnline.inScope", 11_563);
        assertTotal("H20", "tags.feeRequired.inScope", 44_117);
        assertRate(11_563, 44_117, "26.21");
        assertThat(demo.proceduresWith("H20", "tags.paidOnline.inScope")).isEqualTo(73);
        assertTotal("H20", "tags.portalSynced.inScope", 35_966);
        assertTotal("H20", "tags.portalObserved.inScope", 39_163);
        assertThat(demo.ofProcedure("H20", "2.000815", "received.total")).isEqualTo(21_755);
        assertThat(demo.ofProcedure("H20", "2.000815", "received.new")).isEqualTo(21_755);
        assertThat(demo.ofProcedure("H20", "2.000815", "resolved.total")).isEqualTo(20_288);
        assertRate(demo.total("H20", "tags.digitized.inScope"), 92_958, "49.94");
        assertRate(demo.total("H20", "tags.resultDigitized.resolved"), 70_730, "49.94");
        assertRate(demo.total("H20", "tags.resultElectronic.resolved"), 70_730, "57.53");
        assertRate(demo.total("H20", "tags.satisfied.inScope"), demo.total("H20", "tags.rated.inScope"), "88.95");
    }

    @Test
    void dong_thap_has_the_procedures_of_its_report() {
        List<ProcedurePublished> procedures = GroupedDemo.shared().reference.values().stream()
                .map(lines -> GroupedDemo.read(lines.getFirst()).fact())
                .flatMap(fact -> fact instanceof ProcedurePublished procedure ? Stream.of(procedure) : Stream.empty())
                .toList();
        long online = procedures.stream()
                .filter(procedure -> procedure.onlineLevel() != OnlineLevel.INFO)
                .count();
        long withFee = procedures.stream()
                .filter(procedure -> Boolean.TRUE.equals(procedure.feeRequired()))
                .count();
        assertThat(procedures).hasSize(1_739);
        assertThat(online).isEqualTo(1_402);
        assertRate(online, 1_739, "80.62");
        assertRate(73, withFee, "30.67");
    }

    @Test
    void dong_thap_counts_the_petitions_of_its_hotline() {
        assertTotal("H20", "petitions.received", 195);
        assertTotal("H20", "petitions.regulation", 72);
        assertTotal("H20", "petitions.answered", 182);
        assertTotal("H20", "petitions.pending", 13);
        assertTotal("H20", "petitions.rated", 168);
        assertTotal("H20", "petitions.satisfied", 168);
    }

    @Test
    void in_dong_thap_more_than_seventy_percent_come_in_online_or_are_paid_online_where_the_report_says_so() {
        var online = List.of("H20.03", "H20.07", "H20.10", "H20.31", "H20.33", "H20.36");
        var paid = List.of("H20.11", "H20.34", "H20.36");
        for (int number = 1; number <= 42; number++) {
            String unit = "H20.%02d".formatted(number);
            assertThat(isAboveSeventyPercent(unit, "received.online", "received.new"))
                    .as(unit)
                    .isEqualTo(online.contains(unit));
            assertThat(isAboveSeventyPercent(unit, "tags.paidOnline.inScope", "tags.feeRequired.inScope"))
                    .as(unit)
                    .isEqualTo(paid.contains(unit));
        }
    }

    @Test
    void sa_dec_comes_out_at_both_levels() {
        assertLevel("H20.32", "DISTRICT", "received.total", 582);
        assertLevel("H20.32", "DISTRICT", "received.new", 510);
        assertLevel("H20.32", "DISTRICT", "received.carriedOver", 72);
        assertLevel("H20.32", "DISTRICT", "resolved.total", 484);
        assertLevel("H20.32", "DISTRICT", "resolved.early", 457);
        assertLevel("H20.32", "DISTRICT", "resolved.onTime", 27);
        assertLevel("H20.32", "DISTRICT", "pending.notDue", 98);
        assertLevel("H20.32", "DISTRICT", "tags.digitized.inScope", 549);
        assertLevel("H20.32", "DISTRICT", "tags.resultDigitized.resolved", 439);
        assertLevel("H20.32", "COMMUNE", "received.total", 1_803);
        assertLevel("H20.32", "COMMUNE", "received.new", 1_688);
        assertLevel("H20.32", "COMMUNE", "received.carriedOver", 115);
        assertLevel("H20.32", "COMMUNE", "resolved.total", 1_668);
        assertLevel("H20.32", "COMMUNE", "resolved.early", 1_587);
        assertLevel("H20.32", "COMMUNE", "resolved.onTime", 81);
        assertLevel("H20.32", "COMMUNE", "pending.notDue", 135);
        assertLevel("H20.32", "COMMUNE", "tags.digitized.inScope", 1_681);
        assertLevel("H20.32", "COMMUNE", "tags.resultDigitized.resolved", 1_637);
        assertTotal("H20.32", "resolved.late", 0);
        assertTotal("H20.32", "pending.overdue", 0);
        assertTotal("H20.32", "tags.digitized.inScope", 2_230);
        assertTotal("H20.32", "tags.resultDigitized.resolved", 2_076);
        assertTotal("H20.32", "tags.reused.inScope", 329);
        assertTotal("H20.32", "petitions.received", 0);
        // the report splits the total by channel, not what is new
        assertThat(demo.ofChannel("H20.32", "ONLINE", "received.total")).isEqualTo(576 + 1_786);
        assertThat(demo.ofChannel("H20.32", "DIRECT", "received.total")
                        + demo.ofChannel("H20.32", "POSTAL", "received.total"))
                .isEqualTo(6 + 17);
    }

    @Test
    void quang_ngai_comes_out_at_its_centre() {
        assertLevel("H48", "DEPARTMENT", "received.total", 49_000);
        assertLevel("H48", "DEPARTMENT", "resolved.total", 47_500);
        assertLevel("H48", "DEPARTMENT", "pending.total", 1_500);
        assertRate(inTime("DEPARTMENT"), 47_500, "99.95");
        assertLevel("H48", "DESK", "received.total", 15_500);
        assertLevel("H48", "DESK", "resolved.total", 13_440);
        assertLevel("H48", "DESK", "pending.total", 2_060);
        assertRate(inTime("DESK"), 13_440, "99.06");
        assertTotal("H48", "tags.rated.inScope", 14_000);
        assertRate(demo.total("H48", "tags.satisfied.inScope"), 14_000, "99.98");
        assertTotal("H48", "amounts.notifications", 63_000);
        assertTotal("H48", "tags.sameDay.resolved", 21_000);
        assertTotal("H48", "tags.returnedByPost.resolved", 12_942);
        assertThat(demo.atLevel("H48", "DEPARTMENT", "amounts.paidOnline")
                        + demo.atLevel("H48", "DESK", "amounts.paidOnline"))
                .isEqualTo(19_500_000_000L);
    }

    @Test
    void quang_ngai_comes_out_at_its_three_levels() {
        assertRate("DEPARTMENT", "received.online", "received.new", "81.60");
        assertRate("DESK", "received.online", "received.new", "28.14");
        assertRate("DISTRICT", "received.online", "received.new", "54.70");
        assertRate("COMMUNE", "received.online", "received.new", "94.00");
        assertTotal("H48", "amounts.paidOnline", 32_800_000_000L);
        assertTotal("H48", "amounts.onlinePayments", 91_746);
        assertRate("DEPARTMENT", "tags.digitized.inScope", "received.total", "99.20");
        assertRate("DISTRICT", "tags.digitized.inScope", "received.total", "80.20");
        assertRate("COMMUNE", "tags.digitized.inScope", "received.total", "96.90");
        assertRate("DEPARTMENT", "tags.resultElectronic.resolved", "resolved.total", "99.20");
        assertRate("DISTRICT", "tags.resultElectronic.resolved", "resolved.total", "80.20");
        assertRate("COMMUNE", "tags.resultElectronic.resolved", "resolved.total", "96.90");
        assertRate(demo.total("H48", "tags.reused.inScope"), demo.total("H48", "received.total"), "0.03");
        assertTotal("H48", "petitions.received", 253);
        assertTotal("H48", "petitions.answered", 253);
        assertTotal("H48", "petitions.pending", 0);
    }

    @Test
    void tra_cu_comes_out() {
        assertTotal("H59.39", "received.total", 22_278);
        assertTotal("H59.39", "received.carriedOver", 0);
        assertTotal("H59.39", "received.direct", 6_717);
        assertTotal("H59.39", "received.online", 15_561);
        assertRate(15_561, 22_278, "69.85");
        assertTotal("H59.39", "resolved.total", 22_278);
        assertThat(demo.total("H59.39", "resolved.early") + demo.total("H59.39", "resolved.onTime"))
                .isEqualTo(21_829);
        assertTotal("H59.39", "resolved.late", 449);
        assertTotal("H59.39", "pending.total", 0);
        assertTotal("H59.39", "tags.digitized.inScope", 20_432);
        assertTotal("H59.39", "petitions.received", 1);
        assertTotal("H59.39", "petitions.published", 1);
    }

    @Test
    void thap_muoi_comes_out_at_both_levels() {
        assertThat(demo.atLevel("H20.38", "DISTRICT", "tags.digitized.inScope"))
                .isEqualTo(demo.atLevel("H20.38", "DISTRICT", "received.total"))
                .isPositive();
        assertThat(demo.atLevel("H20.38", "COMMUNE", "tags.digitized.inScope"))
                .isEqualTo(demo.atLevel("H20.38", "COMMUNE", "received.total"))
                .isPositive();
        assertRate(
                demo.atLevel("H20.38", "DISTRICT", "tags.resultDigitized.resolved"),
                demo.atLevel("H20.38", "DISTRICT", "resolved.total"),
                "71.26");
        assertRate(
                demo.atLevel("H20.38", "COMMUNE", "tags.resultDigitized.resolved"),
                demo.atLevel("H20.38", "COMMUNE", "resolved.total"),
                "55.49");
        assertTotal("H20.38", "petitions.received", 5);
        assertTotal("H20.38", "petitions.answered", 5);
    }

    private static void assertTotal(String unit, String cell, long published) {
        assertThat(demo.total(unit, cell)).as(unit + " " + cell).isEqualTo(published);
    }

    private static void assertLevel(String unit, String level, String cell, long published) {
        assertThat(demo.atLevel(unit, level, cell))
                .as(unit + " " + level + " " + cell)
                .isEqualTo(published);
    }

    private static void assertRate(String level, String numerator, String denominator, String published) {
        assertRate(demo.atLevel("H48", level, numerator), demo.atLevel("H48", level, denominator), published);
    }

    /** As the catalogue rounds: percent, two decimals, half up. */
    private static void assertRate(long numerator, long denominator, String published) {
        assertThat(BigDecimal.valueOf(100 * numerator).divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP))
                .as(numerator + " / " + denominator)
                .isEqualTo(new BigDecimal(published));
    }

    private static long inTime(String level) {
        return demo.atLevel("H48", level, "resolved.early") + demo.atLevel("H48", level, "resolved.onTime");
    }

    private static boolean isAboveSeventyPercent(String unit, String numerator, String denominator) {
        return 100 * demo.ofChild("H20", unit, numerator) > 70 * demo.ofChild("H20", unit, denominator);
    }
}
