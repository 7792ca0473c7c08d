package hoso.standalone.demo.life;

import java.time.Instant;

/** Writes the data of a fact as a JSON object. */
final class Data {

    private final StringBuilder json = new StringBuilder(96).append('{');

    static Data of() {
        return new Data();
    }

    Data text(String name, String value) {
        name(name).append('"');
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character == '"' || character == '\\') json.append('\\');
            json.append(character);
        }
        json.append('"');
        return this;
    }

    Data number(String name, long value) {
        name(name).append(value);
        return this;
    }

    Data flag(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    Data time(String name, Instant value) {
        name(name).append('"');
        LocalTimes.append(json, value);
        json.append('"');
        return this;
    }

    Data object(String name, String value) {
        name(name).append(value);
        return this;
    }

    String json() {
        return json.append('}').toString();
    }

    private StringBuilder name(String name) {
        if (json.length() > 1) json.append(',');
        return json.append('"').append(name).append("\":");
    }
}
