package hoso.query.report.answer;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.Asked;
import hoso.query.report.Town;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportAnswerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant IN_MARCH = Instant.parse("2025-03-10T02:00:00Z");
    private static final String MARCH = "unit=H1&from=2025-03-01&to=2025-03-31";

    private final Town town = new Town()
            .posted("H1.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE, FEE_REQUIRED_RECEIVED)
            .posted("H1.1", IN_MARCH, RECEIVED, RECEIVED_ONLINE, CLOSED_LATE, OUTCOME_APPROVED)
            .posted("H1.1", IN_MARCH, AMOUNT_PAID_ONLINE, 1_000_000_000_000L)
            .posted("H1.1", IN_MARCH, PETITION_RECEIVED, PETITION_REGULATION);

    @Test
    void has_the_members_of_the_contract_in_their_order() {
        JsonNode answer = answer(MARCH);

        assertThat(answer.propertyNames())
                .containsExactly(
                        "unit", "name", "from", "to", "tree", "asOf", "edition", "total", "groups", "identities");
        assertThat(answer.get("total").propertyNames())
                .containsExactly("received", "resolved", "pending", "tags", "amounts", "petitions", "rates");
        assertThat(answer.get("unit").asString()).isEqualTo("H1");
        assertThat(answer.get("from").asString()).isEqualTo("2025-03-01");
        assertThat(answer.get("tree").asString()).isEqualTo("2025-03-31");
        assertThat(answer.at("/asOf/position").longValue()).isEqualTo(4);
        assertThat(answer.at("/asOf/recordedAt").asString()).isEqualTo("2026-11-19T23:59:59Z");
        assertThat(answer.at("/identities/8/id").intValue()).isEqualTo(9);
        assertThat(answer.at("/identities/8/holds").booleanValue()).isTrue();
    }

    @Test
    void writes_every_cell_also_where_it_is_0_and_rates_only_where_they_exist() {
        JsonNode total = answer(MARCH).get("total");

        assertThat(total.at("/received/new").longValue()).isEqualTo(2);
        assertThat(total.at("/received/postal").isIntegralNumber()).isTrue();
        assertThat(total.at("/tags/feeRequired/inScope").longValue()).isEqualTo(1);
        assertThat(total.at("/tags/rated/resolved").isIntegralNumber()).isTrue();
        assertThat(total.at("/amounts/paidOnline").toString()).isEqualTo("1000000000000");
        assertThat(total.at("/rates").has("satisfied")).isFalse();
        assertThat(new String(bytes(MARCH), StandardCharsets.UTF_8))
                .contains("\"rates\":{\"onTime\":0.00,\"late\":100.00,");
    }

    @Test
    void a_group_has_every_member_that_the_total_has_and_petitions_only_by_unit_and_level() {
        JsonNode byUnit = answer(MARCH).get("groups").get(0);
        assertThat(byUnit.propertyNames())
                .containsExactly(
                        "key", "name", "received", "resolved", "pending", "tags", "amounts", "petitions", "rates");
        assertThat(byUnit.at("/petitions/received").longValue()).isEqualTo(1);

        assertThat(answer(MARCH + "&by=level").get("groups").get(0).has("petitions"))
                .isTrue();
        assertThat(answer(MARCH + "&by=field").get("groups").get(0).has("petitions"))
                .isFalse();
        assertThat(answer(MARCH + "&by=field").at("/total/petitions/received").longValue())
                .isEqualTo(1);
    }

    @Test
    void names_the_moment_only_where_it_cut_the_period() {
        assertThat(answer(MARCH).has("at")).isFalse();
        assertThat(answer(MARCH + "&at=2025-03-10T10:20:00+07:00").get("at").asString())
                .isEqualTo("2025-03-10T03:20:00Z");
    }

    private JsonNode answer(String question) {
        return JSON.readTree(bytes(question));
    }

    private byte[] bytes(String question) {
        return JSON.writeValueAsBytes(ReportAnswer.of(Asked.report(town, question)));
    }
}
