package hoso.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The properties of one broker that is its own controller, on loopback alone, where nobody may do what was not granted. */
record BrokerConfiguration(Path log, int port, int controllerPort, String password) {

    /** Not one of Kafka's: what the broker's process formats the log with. */
    static final String PASSWORD = "hoso.superuser.password";

    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

    String text() {
        var properties = new TreeMap<String, String>();
        properties.put(PASSWORD, password);
        properties.putAll(place());
        properties.putAll(access());
        properties.putAll(storage());
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, String> place() {
        var listeners = "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "listeners",
                listeners,
                "advertised.listeners",
                listeners,
                "controller.quorum.bootstrap.servers",
                "127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "BROKER",
                "log.dirs",
                log.toString());
    }

    /** The controller cannot use SCRAM: the credentials lie in the very log that it is to open. */
    private Map<String, String> access() {
        var login = " required username=\"" + EmbeddedKafka.SUPERUSER + "\" password=\"" + password + "\"";
        return Map.of(
                "listener.security.protocol.map",
                "BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms",
                BrokerLogin.MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                BrokerLogin.MECHANISM,
                "listener.name.broker.scram-sha-512.sasl.jaas.config",
                SCRAM + login + ";",
                "sasl.mechanism.controller.protocol",
                "PLAIN",
                "listener.name.controller.sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.controller.plain.sasl.jaas.config",
                PLAIN + login + " user_" + EmbeddedKafka.SUPERUSER + "=\"" + password + "\";",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:" + EmbeddedKafka.SUPERUSER,
                "allow.everyone.if.no.acl.found",
                "false");
    }

    private static Map<String, String> storage() {
        return Map.of(
                // one broker has no replica to keep what it has acknowledged: the disk must
                "log.flush.interval.messages", "1",
                "auto.create.topics.enable", "false",
                // the controller lets a broker that was killed in again when the session of the one before has ended
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                // consumers of one house start together
                "group.initial.rebalance.delay.ms", "0");
    }
}
