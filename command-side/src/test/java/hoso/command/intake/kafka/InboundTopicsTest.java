package hoso.command.intake.kafka;

import static hoso.command.intake.kafka.InboundHouse.makeTopic;
import static hoso.command.intake.kafka.InboundHouse.registrar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.intake.kafka.reading.Standing;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InboundTopicsTest {

    private final Admin admin = Admin.create(InboundHouse.client());
    private final InboundTopics topics = new InboundTopics(admin);

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void topics_that_are_missing_are_made_and_found_in_order() throws Exception {
        var publisher = registrar();
        assertThat(topics.prepare(publisher)).isEmpty();
        assertThat(topics.prepare(publisher)).isEmpty();
        for (String topic : List.of(publisher.inbound(), publisher.rejected())) {
            var made =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            assertThat(made.partitions()).hasSize(1);
            assertThat(configured(topic, "retention.ms")).isEqualTo(7 * 24 * 3_600_000L);
        }
        assertThat(configured(publisher.rejected(), "max.message.bytes"))
                .isGreaterThan(configured(publisher.inbound(), "max.message.bytes"));
    }

    private long configured(String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return Long.parseLong(config.get(name).value());
    }

    @Test
    void what_is_otherwise_than_wanted_is_told_and_read_all_the_same() throws Exception {
        var publisher = registrar();
        makeTopic(publisher.inbound(), 3, Map.of("retention.ms", "3600000", "retention.bytes", "1000000"));
        makeTopic(publisher.rejected(), 1, Map.of("max.message.bytes", "1000"));
        assertThat(topics.prepare(publisher))
                .containsExactly(
                        publisher.inbound() + " has 3 partitions: events of different subjects may be judged in another"
                                + " order than they were sent in",
                        publisher.inbound() + " keeps messages for less than 7 days",
                        publisher.inbound() + " drops messages by size, of whatever age",
                        publisher.rejected() + " takes smaller messages than " + publisher.inbound()
                                + ": larger ones are there without their value");
    }

    @Test
    void a_compacted_topic_is_refused_by_name_and_the_other_publishers_are_read() throws Exception {
        var unfit = registrar();
        makeTopic(unfit.inbound(), 1, Map.of("cleanup.policy", "compact,delete"));
        assertThatThrownBy(() -> topics.prepare(unfit))
                .isInstanceOf(UnfitTopic.class)
                .hasMessageStartingWith(unfit.inbound() + " is compacted");
        var fit = registrar();
        try (var house = new InboundHouse()) {
            var inbound = house.begins(unfit, fit);
            house.reads(registrar());
            InboundHouse.until(
                    inbound,
                    status -> status.state()
                            == (status.name().equals(fit.name()) ? Standing.State.READING : Standing.State.UNFIT));
            house.send(fit, "D1", InboundHouse.received("D1"));
            InboundHouse.until(
                    inbound, status -> status.accepted() == 1 || status.name().equals(unfit.name()));
            assertThat(inbound.status().getFirst().reason()).startsWith(unfit.inbound());
        }
    }
}
