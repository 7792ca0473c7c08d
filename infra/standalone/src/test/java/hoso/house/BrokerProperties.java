package hoso.house;

import hoso.testkit.broker.TestBroker;
import java.util.HashMap;
import java.util.Map;

/** How a house is told of the test's broker. */
final class BrokerProperties {

    private BrokerProperties() {}

    static Map<String, Object> of(String topic) {
        Map<String, Object> properties = new HashMap<>();
        TestBroker.kafka().login().properties().forEach((name, value) -> {
            boolean address = name.equals("bootstrap.servers");
            properties.put(address ? "hoso.kafka.bootstrap" : "hoso.kafka.client." + name, value);
        });
        properties.put("hoso.publish.topic", topic);
        return properties;
    }
}
