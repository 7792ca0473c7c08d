package hoso.query.report.figure;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.ledger.Measure;
import hoso.query.report.catalogue.Rates;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesTest {

    @Test
    void hold_where_nothing_ever_happened() {
        assertThat(failed(Sums.none(), List.of(), List.of())).isEmpty();
    }

    @Test
    void hold_for_a_dossier_received_online_and_paused() {
        Sums sums = end(RECEIVED, RECEIVED_ONLINE, PAUSED);
        assertThat(failed(sums, List.of(sums), List.of(sums))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, 2 5 6", // received through no channel
        "RECEIVED_POSTAL, 2 5 6",
        "CLOSED_LATE, 2 3 4 6 8", // closed without outcome, and without having been received
        "OUTCOME_REJECTED, 2 3 6",
        "PAUSED, 4", // paused without being open
        "OVERDUE, 4 8", // overdue without being open
        "PETITION_BEHAVIOUR, 6", // of a kind, but not received
        "DIGITIZED_RECEIVED, 8", // tagged without having been received
        "DIGITIZED_CLOSED, 8",
        "SATISFIED_RECEIVED, 8",
    })
    void name_the_sums_that_a_fault_in_the_period_spoils(Measure lone, String identities) {
        Sums sums = end(lone);
        assertThat(failed(sums, List.of(sums), List.of(sums))).isEqualTo(numbers(identities));
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, 1 2 6", // received through no channel in the period before
        "OUTCOME_APPROVED, 1 2 6",
        "PETITION_REGULATION, 6",
    })
    void name_the_sums_that_a_fault_in_the_period_before_spoils(Measure lone, String identities) {
        Sums sums = end(lone);
        sums.start()[lone.ordinal()]++;
        assertThat(failed(sums, List.of(sums), List.of(sums))).isEqualTo(numbers(identities));
    }

    @Test
    void a_flow_that_is_taken_back_in_the_period_after_is_a_fault() {
        Sums sums = Sums.none();
        sums.start()[NOTIFICATIONS.ordinal()]++;
        assertThat(failed(sums, List.of(sums), List.of(sums))).containsExactly(9);
    }

    private static List<Integer> numbers(String identities) {
        return Stream.of(identities.split(" ")).map(Integer::valueOf).toList();
    }

    @Test
    void a_unit_is_itself_and_its_children_in_every_cell() {
        Sums two = end(RECEIVED, RECEIVED_ONLINE).plus(end(RECEIVED, RECEIVED_ONLINE));
        Sums one = end(RECEIVED, RECEIVED_ONLINE);

        assertThat(failed(two, List.of(one, one), List.of(one, one))).isEmpty();
        assertThat(failed(two, List.of(one), List.of(one, one))).containsExactly(7);
        assertThat(failed(two, List.of(one, one), List.of(one))).containsExactly(7);
    }

    @Test
    void petitions_are_missing_only_where_the_groups_do_not_count_them() {
        Sums petition = end(PETITION_RECEIVED, PETITION_REGULATION);
        Sums nothing = Sums.none();

        assertThat(Identities.of(petition, List.of(petition), List.of(nothing), false, Rates::areShares))
                .allMatch(Identity::holds);
        assertThat(Identities.of(petition, List.of(petition), List.of(nothing), true, Rates::areShares))
                .filteredOn(identity -> !identity.holds())
                .extracting(Identity::id)
                .containsExactly(7);
    }

    @Test
    void a_fault_in_one_group_alone_is_seen() {
        Sums none = Sums.none();
        assertThat(failed(none, List.of(none), List.of(end(PAUSED)))).contains(4);
    }

    private static List<Integer> failed(Sums total, List<Sums> units, List<Sums> groups) {
        List<Identity> identities = Identities.of(total, units, groups, true, Rates::areShares);
        assertThat(identities).extracting(Identity::id).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        return identities.stream()
                .filter(identity -> !identity.holds())
                .map(Identity::id)
                .toList();
    }

    /** One of each, within the period. */
    private static Sums end(Measure... measures) {
        Sums sums = Sums.none();
        for (Measure measure : measures) sums.end()[measure.ordinal()]++;
        return sums;
    }
}
