package hoso.query.status;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.edge.status.StatusPart;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.question.CountedPositions;
import hoso.query.question.ParkedStream;
import hoso.query.question.Standpoints;
import hoso.query.question.StillReadSide;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.UnitRights;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Position 17 was recorded three and a half seconds ago. */
class StatusControllerTest {

    private final CountedPositions positions = new CountedPositions(20, 16);
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final ReferenceRegister reference = ReferenceRegister.EMPTY.with(
            "H1", new ReferenceFact.UnitRegistered("Tỉnh", UnitLevel.PROVINCE, null, LocalDate.EPOCH));

    @Test
    void tells_how_far_the_read_side_lies_behind() {
        JsonNode behind = status("*");
        assertThat(behind.propertyNames()).containsExactly("head", "projected", "lagSeconds", "rebuild", "parked");
        assertThat(behind.get("head").longValue()).isEqualTo(20);
        assertThat(behind.get("projected").longValue()).isEqualTo(16);
        assertThat(behind.get("lagSeconds").doubleValue()).isEqualTo(3.5);
        assertThat(behind.get("rebuild").toString()).isEqualTo("{\"running\":false,\"done\":0,\"total\":0}");

        positions.project(20);
        assertThat(status("*").get("lagSeconds").doubleValue()).isZero();
    }

    @Test
    void lists_what_is_parked_to_those_who_see_its_unit() {
        assertThat(status("*").get("parked")).hasSize(2);
        assertThat(status("H1").get("parked")).hasSize(1);
        assertThat(status("H1").at("/parked/0/id").asString()).isEqualTo("H1-1");
        assertThat(status("H2").get("parked")).isEmpty();
    }

    @Test
    void shows_what_other_parts_add() {
        beans.addBean("load", new StatusPart() {
            @Override
            public String name() {
                return "load";
            }

            @Override
            public Object value() {
                return List.of(1, 2);
            }
        });
        assertThat(status("*").get("load").toString()).isEqualTo("[1,2]");
    }

    private JsonNode status(String units) {
        var parked = new StillReadSide(
                List.of(new ParkedStream("H1-1", 4, "H1"), new ParkedStream("nobody-knows", 5, null)));
        InstantSource clock = () -> positions.recordedAt(17).plusMillis(3_500);
        var controller = new StatusController(
                new Standpoints(positions, clock),
                positions,
                parked,
                position -> reference,
                clock,
                beans.getBeanProvider(StatusPart.class));
        var caller = new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of(units)));
        return new JsonMapper().valueToTree(controller.status(new LinkedMultiValueMap<>(), caller));
    }
}
