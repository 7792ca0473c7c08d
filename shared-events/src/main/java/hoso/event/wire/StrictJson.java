package hoso.event.wire;

import hoso.event.UnfitData;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/**
 * JSON as RFC 8259 and I-JSON (RFC 7493) mean it: UTF-8, no duplicate keys, no unpaired surrogates; and no NUL, which
 * PostgreSQL's text cannot hold.
 */
public final class StrictJson {

    /** The contract nests four deep; more is an attack on the stack. */
    private static final int DEPTH_MAX = 16;

    /** The longest number of the contract has 13 digits; longer ones cost time that grows with their square. */
    private static final int NUMBER_LENGTH_MAX = 64;

    /** A double reaches to some 10^±324; further out lie numbers whose digits fill the memory when they are written. */
    private static final int EXPONENT_MAX = 400;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .build())
                    .build())
            .nodeFactory(new BoundedNumbers())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /**
     * Reads one JSON value that fills all the bytes.
     *
     * @throws UnfitData {@code malformed}
     */
    public static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = isPlain(bytes) ? MAPPER.readTree(bytes) : readDecoded(decode(bytes));
            if (node == null || node.isMissingNode()) throw malformed("there is no JSON value");
            return node;
        } catch (JacksonException unreadable) {
            throw malformed("not JSON: " + unreadable.getOriginalMessage());
        } catch (NumberFormatException immense) {
            throw malformed("a number is out of bounds");
        }
    }

    /** Reads what this product wrote itself. */
    static JsonNode readOwn(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    static JsonNode readOwn(String text) {
        return MAPPER.readTree(text);
    }

    static UnfitData malformed(String detail) {
        return new UnfitData("malformed", detail);
    }

    /** Whether all of it is ASCII without NUL and without escapes: nothing then is to be checked but the JSON. */
    private static boolean isPlain(byte[] bytes) {
        for (byte character : bytes) if (character <= 0 || character == '\\') return false;
        return true;
    }

    private static JsonNode readDecoded(String text) {
        JsonNode node = MAPPER.readTree(text);
        if (node != null && text.contains("\\u")) checkCharacters(node);
        return node;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw malformed("not valid UTF-8");
        }
    }

    /** Decoded UTF-8 holds no unpaired surrogate; an escape can. */
    private static void checkCharacters(JsonNode node) {
        if (node.isString()) checkCharacters(node.stringValue());
        for (JsonNode child : node) checkCharacters(child);
        if (node.isObject()) node.propertyNames().forEach(StrictJson::checkCharacters);
    }

    private static void checkCharacters(String text) {
        boolean paired = false; // with the one before it
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == 0) throw malformed("a string holds the NUL character");
            if (paired || !Character.isSurrogate(character)) {
                paired = false;
                continue;
            }
            paired = Character.isHighSurrogate(character)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1));
            if (!paired) throw malformed("a string holds an unpaired surrogate");
        }
    }

    /** Refuses a number while it is still a few digits and an exponent. */
    private static final class BoundedNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(@Nullable BigDecimal value) {
            if (value != null && Math.abs((long) value.scale()) > EXPONENT_MAX)
                throw malformed("a number is out of bounds");
            return super.numberNode(value);
        }
    }
}
