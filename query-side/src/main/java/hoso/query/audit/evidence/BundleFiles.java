package hoso.query.audit.evidence;

import hoso.edge.secret.Pem;
import hoso.proof.MerkleTree;
import hoso.proof.VerifyingKey;
import hoso.query.audit.clock.answer.ClockAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files of a bundle, by name, and how what is in them is written. */
final class BundleFiles {

    static final String README = "README.txt";
    static final String MANIFEST = "manifest.json";
    static final String EVENTS = "events.ndjson";
    static final String REFERENCE = "reference.ndjson";
    static final String PROOFS = "proofs.ndjson";
    static final String HEAD = "head.json";
    static final String KEY = "key.pem";
    static final String ACCOUNT = "clock.json";
    static final String SENTENCES = "clock.txt";

    /** In the order that they are written in. */
    static final List<String> ALL = List.of(README, SENTENCES, ACCOUNT, EVENTS, REFERENCE, PROOFS, HEAD, KEY, MANIFEST);

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper JSON = new JsonMapper();

    private BundleFiles() {}

    /** One event a line, byte for byte as it is stored: a line feed never stands in one. */
    static byte[] lines(List<BundledEvent> events) {
        int length = events.stream().mapToInt(event -> event.bytes().length + 1).sum();
        var bytes = ByteBuffer.allocate(length);
        events.forEach(event -> bytes.put(event.bytes()).put((byte) '\n'));
        return bytes.array();
    }

    static String key(VerifyingKey key) {
        return Pem.block(Pem.PUBLIC_KEY, key.encoded());
    }

    static byte[] manifest(Manifest manifest) {
        return pretty(manifest);
    }

    /** @throws JacksonException where it is none */
    static Manifest readManifest(byte[] bytes) {
        return PRETTY.readValue(bytes, Manifest.class);
    }

    static byte[] account(ClockAnswer account) {
        return pretty(account);
    }

    static byte[] sentences(ClockAnswer account) {
        return (String.join("\n", account.sentences()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pretty(Object value) {
        return (PRETTY.writeValueAsString(value).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The proof of one event, as a line: its position and leaf, and the hashes beside the way to the root. */
    static String proof(Proof proof) {
        ObjectNode line =
                JSON.createObjectNode().put("position", proof.position()).put("leaf", MerkleTree.hex(proof.leaf()));
        var path = line.putArray("path");
        proof.path().forEach(hash -> path.add(MerkleTree.hex(hash)));
        return JSON.writeValueAsString(line);
    }

    /**
     * Reads what {@link #proof} wrote, and nothing else.
     *
     * @throws RuntimeException where it is no such line
     */
    static Proof readProof(String line) {
        JsonNode json = JSON.readTree(line);
        List<byte[]> path = new ArrayList<>();
        json.required("path").forEach(hash -> path.add(HexFormat.of().parseHex(hash.stringValue())));
        var proof = new Proof(
                json.required("position").longValue(),
                HexFormat.of().parseHex(json.required("leaf").stringValue()),
                path);
        if (!proof(proof).equals(line)) throw new IllegalArgumentException("a proof in other words than ours");
        return proof;
    }

    /** A proof as a line has it, of a tree whose size the head tells. */
    record Proof(long position, byte[] leaf, List<byte[]> path) {}
}
