package hoso.kafka;

import java.util.Map;

/** What a client on this machine needs to reach a broker of ours as one of its users. */
public record BrokerLogin(int port, String user, String password) {

    static final String MECHANISM = "SCRAM-SHA-512";

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** The properties every client of Kafka takes. */
    public Map<String, Object> properties() {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
    }

    @Override
    public String toString() {
        return user + " at " + bootstrap();
    }
}
