package hoso.house;

import hoso.edge.kafka.KafkaSettings;
import hoso.testkit.broker.TestBroker;
import java.util.Map;

/** How a house is told of the test's broker. */
final class BrokerProperties {

    private BrokerProperties() {}

    static Map<String, Object> of(String topic) {
        Map<String, Object> properties =
                KafkaSettings.told(TestBroker.kafka().login().properties());
        properties.put("hoso.publish.topic", topic);
        return properties;
    }
}
