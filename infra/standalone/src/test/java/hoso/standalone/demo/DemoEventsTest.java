package hoso.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.reference.NationalCalendars;
import hoso.event.Publication;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class DemoEventsTest {

    /** A load of a minute and a half on two cores allows for no more. */
    private static final long LINES_MAX = 950_000;

    private final GroupedDemo demo = GroupedDemo.shared();

    @Test
    void there_are_as_many_lines_as_it_says_and_few_enough_to_load_quickly() {
        assertThat(demo.lines).isEqualTo((int) demo.demo.total());
        assertThat(demo.demo.total()).isBetween(800_000L, LINES_MAX);
    }

    @Test
    void every_line_is_the_same_whenever_it_is_asked_for() {
        assertThat(digests(demo.demo)).isEqualTo(demo.digests);
        assertThat(digests(new DemoEvents(NationalCalendars.calendar()))).isEqualTo(demo.digests);
    }

    @Test
    void lines_come_in_the_order_they_were_published() {
        assertThat(demo.outOfOrder).isZero();
    }

    @Test
    void reference_data_comes_before_what_uses_it() {
        int reference = demo.reference.values().stream().mapToInt(List::size).sum();

        assertThat(demo.lastReferenceLine).isEqualTo(reference);
    }

    @Test
    void every_id_is_given_once() {
        assertThat(CountedDemo.shared().strangeIds()).isEmpty();
        assertThat(demo.reference.values().stream()
                        .flatMap(List::stream)
                        .map(GroupedDemo::read)
                        .map(Publication::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void lines_are_lean() {
        assertThat(demo.lives.values().stream().flatMap(List::stream)).allMatch(line -> line.length < 700);
    }

    @Test
    void every_kind_of_fact_has_something_to_show() {
        assertThat(CountedDemo.shared().kinds())
                .contains("Received", "SupplementRequested", "SupplementReceived", "Suspended", "Resumed")
                .contains("DueDateExtended", "Resolved", "Withdrawn", "Declined", "ComponentsDigitized", "DataReused")
                .contains("FeeRequested", "FeePaid", "Forwarded", "ResultIssued", "ResultDigitized", "ResultReturned")
                .contains("ApologyIssued", "Notified", "SatisfactionRated", "PortalStatusObserved", "Corrected")
                .contains("Voided", "ClockRedecided", "Disputed", "DisputeRuled", "PetitionReceived")
                .contains("PetitionAnswered", "PetitionPublished", "PetitionRated");
    }

    @Test
    void another_seed_leads_other_lives() {
        var other = new DemoEvents(NationalCalendars.calendar(), 7);

        assertThat(other.total()).isNotEqualTo(demo.demo.total()).isBetween(900_000L, LINES_MAX);
        assertThat(other.lines().hasNext()).isTrue();
    }

    /** One digest for every ten thousand lines. */
    private static List<Long> digests(DemoEvents events) {
        var digests = new ArrayList<Long>();
        var digest = new CRC32C();
        int number = 0;
        for (Iterator<DemoLine> lines = events.lines(); lines.hasNext(); ) {
            digest.update(lines.next().json());
            if (++number % 10_000 == 0) digests.add(digest.getValue());
        }
        return digests;
    }
}
