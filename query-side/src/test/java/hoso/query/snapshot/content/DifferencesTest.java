package hoso.query.snapshot.content;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.Town;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.content.Differences.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DifferencesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long BEYOND_EXACT = (1L << 53) + 1;
    private static final byte[] MARCH = FrozenTown.bytes(
            new Town()
                    .posted("H1.1", Instant.parse("2025-03-10T02:00:00Z"), RECEIVED, RECEIVED_ONLINE)
                    .posted("H1.1", Instant.parse("2025-03-10T02:00:00Z"), AMOUNT_PAID_ONLINE, BEYOND_EXACT),
            "unit=H1&from=2025-03-01&to=2025-03-31",
            SnapshotKind.MONTH,
            Instant.parse("2026-11-20T00:00:00Z"));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_the_same_has_none(boolean commonOnly) {
        assertThat(differences(commonOnly, changed -> {})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/scoreboard/groups", "/scoreboard/groups/4/criteria", "/report/groups", "/report/identities"})
    void what_has_a_name_in_a_list_is_compared_wherever_it_stands(String list) {
        assertThat(differences(false, changed -> reverse((ArrayNode) changed.at(list))))
                .isEmpty();
    }

    @Test
    void a_criterion_is_told_by_its_code() {
        assertThat(differences(false, changed -> score(changed).put("points", 19)))
                .containsExactly(
                        new Difference("scoreboard.groups[PROGRESS].criteria[PROGRESS].local.points", "20", "19"));
    }

    @ParameterizedTest
    @CsvSource({"/report, name", "/scoreboard/groups/1/criteria/0, vi", "/scoreboard/groups/1, en", "/form, version"})
    void under_another_version_a_name_or_source_may_be_worded_otherwise(String at, String member) {
        Consumer<ObjectNode> worded = changed -> ((ObjectNode) changed.at(at)).put(member, "worded otherwise");
        assertThat(differences(true, worded)).isEmpty();
        assertThat(differences(false, worded)).hasSize(1);
    }

    @Test
    void under_another_version_what_both_have_of_figures_and_truth_values_is_compared() {
        assertThat(differences(true, changed -> {
                    ((ObjectNode) changed.at("/report/total/received")).put("new", 2);
                    ((ObjectNode) changed.at("/report/total/amounts")).put("paidOnline", "" + (BEYOND_EXACT + 1));
                    ((ObjectNode) changed.at("/report/identities/0")).put("holds", false);
                    score(changed).put("points", "none");
                }))
                .extracting(Difference::path)
                .containsExactly(
                        "report.identities[1].holds",
                        "report.total.amounts.paidOnline",
                        "report.total.received.new",
                        "scoreboard.groups[PROGRESS].criteria[PROGRESS].local.points");
    }

    @Test
    void under_another_version_what_one_alone_has_is_not_compared() {
        Consumer<ObjectNode> other = changed -> {
            changed.put("catalogue", "000000000000").remove("reckoned");
            ((ObjectNode) changed.at("/report")).put("edition", 99);
            ((ObjectNode) changed.at("/report/total/received")).put("abroad", 1);
            ((ArrayNode) changed.at("/scoreboard/groups/1/criteria"))
                    .insertObject(0)
                    .put("code", "NEW");
            ((ObjectNode) changed.at("/scoreboard/groups/1/local")).put("computable", 25);
            ((ObjectNode) changed.at("/scoreboard/portal")).put("computable", 55);
        };
        assertThat(differences(true, other)).isEmpty();
        assertThat(differences(false, other)).hasSize(7);
    }

    private static ObjectNode score(ObjectNode content) {
        return (ObjectNode) content.at("/scoreboard/groups/1/criteria/0/local");
    }

    private static void reverse(ArrayNode list) {
        List<JsonNode> reversed = new ArrayList<>(list.values()).reversed();
        list.removeAll().addAll(reversed);
    }

    private static List<Difference> differences(boolean commonOnly, Consumer<ObjectNode> change) {
        var changed = (ObjectNode) JSON.readTree(MARCH);
        change.accept(changed);
        return Differences.of(
                FrozenReport.read(MARCH), FrozenReport.read(JSON.writeValueAsBytes(changed)), commonOnly, 100);
    }
}
