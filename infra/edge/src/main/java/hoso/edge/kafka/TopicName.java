package hoso.edge.kafka;

import java.util.regex.Pattern;

/** What Kafka takes for the name of a topic. */
public final class TopicName {

    private static final Pattern FORM = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

    private TopicName() {}

    public static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }
}
