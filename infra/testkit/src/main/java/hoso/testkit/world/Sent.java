package hoso.testkit.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as it was sent, and as accepted corrections have left it. */
final class Sent {
    final String source;
    final String id;
    final String type;
    final String subject;
    final String line;
    final Instant firstTime;
    final Map<String, Object> firstData;
    Instant time;
    Map<String, Object> data;
    boolean accepted;

    Sent(String source, String id, String type, String subject, Instant time, Map<String, Object> data, String line) {
        this.source = source;
        this.id = id;
        this.type = type;
        this.subject = subject;
        this.line = line;
        this.firstTime = time;
        this.firstData = data;
        this.time = time;
        this.data = data;
    }

    Map<String, Object> reference() {
        return data("source", source, "id", id);
    }

    /** A JSON object of these names and values, one after the other; a name whose value is absent is left out. */
    static Map<String, Object> data(Object... namesAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        data.values().removeIf(ABSENT::equals);
        return data;
    }

    /** Stands for the value of a property that is to be left out. */
    static final Object ABSENT = new Object();

    static Object maybe(boolean there, Object value) {
        return there ? value : ABSENT;
    }
}
