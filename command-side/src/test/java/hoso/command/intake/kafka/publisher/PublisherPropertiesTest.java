package hoso.command.intake.kafka.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.vocabulary.UnitRights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublisherPropertiesTest {

    @Test
    void a_publisher_has_the_rights_that_are_given_to_it() {
        assertThat(all(Map.of(
                        "hoso.publishers.sadec_onestop-2.sources", "urn:sadec:onestop,urn:sadec:portal",
                        "hoso.publishers.sadec_onestop-2.units", "H20.32",
                        "hoso.publishers.sadec_onestop-2.scopes", "events:publish,events:correct")))
                .containsExactly(new Publisher(new Caller(
                        "sadec_onestop-2",
                        Set.of(Scope.EVENTS_PUBLISH, Scope.EVENTS_CORRECT),
                        Set.of("urn:sadec:onestop", "urn:sadec:portal"),
                        new UnitRights(Set.of("H20.32")))));
    }

    @Test
    void what_is_not_given_is_none_but_for_publishing_itself() {
        assertThat(all(Map.of("hoso.publishers.Sadec.units", "*")))
                .containsExactly(
                        new Publisher(new Caller("Sadec", Set.of(Scope.EVENTS_PUBLISH), Set.of(), UnitRights.ALL)));
    }

    @Test
    void a_name_with_dots_stands_in_brackets() {
        assertThat(all(Map.of("hoso.publishers[vn.sadec].sources", "*")))
                .extracting(Publisher::inbound, Publisher::rejected)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hoso.inbound.vn.sadec", "hoso.rejected.vn.sadec"));
    }

    @Test
    void there_may_be_none() {
        assertThat(all(Map.of("hoso.store.url", "x"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hoso.publishers.a.scopes, admin, 'hoso.publishers.a: ''admin'' is no scope for a topic'",
        "hoso.publishers.a.scopes, report:read, 'hoso.publishers.a: ''report:read'' is no scope for a topic'",
        "hoso.publishers.a.scopes, publish, 'hoso.publishers.a: ''publish'' is no scope for a topic'",
        "hoso.publishers.a.units, H20/1, 'hoso.publishers.a: ''H20/1'' is no code of a unit'",
        "hoso.publishers[-a].units, *, 'hoso.publishers.-a: a name has 1 to 64'",
        "hoso.publishers.hoso.units, *, 'hoso.publishers.hoso: ''hoso'' is how Hoso itself'",
        "hoso.publishers[hoso.inbound].units, *, 'hoso.publishers.hoso.inbound: ''hoso'' is how Hoso itself'",
        "hoso.publishers[sa đéc].units, *, 'hoso.publishers.sa đéc: a name has 1 to 64'",
    })
    void a_wrong_value_refuses_to_start_in_one_line(String name, String value, String line) {
        assertThatThrownBy(() -> all(Map.of(name, value)))
                .isInstanceOf(UnfitPublisher.class)
                .hasMessageStartingWith(line)
                .hasMessageNotContaining("\n");
    }

    @Test
    void two_names_that_kafka_takes_for_one_refuse_to_start() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("hoso.publishers[a.b].units", "*");
        given.put("hoso.publishers[a_b].units", "*");
        assertThatThrownBy(() -> all(given)).isInstanceOf(UnfitPublisher.class).hasMessageContaining("cannot tell");
    }

    @Test
    void a_name_within_the_groups_of_another_refuses_to_start() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("hoso.publishers[a].units", "*");
        given.put("hoso.publishers[ab].units", "*");
        assertThat(all(given)).hasSize(2);
        given.put("hoso.publishers[a.b].units", "*");
        assertThatThrownBy(() -> all(given))
                .isInstanceOf(UnfitPublisher.class)
                .hasMessage("hoso.publishers.a.b: 'a' may join all groups that begin with its name");
    }

    private static List<Publisher> all(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("hoso", PublisherProperties.class)
                .all();
    }
}
