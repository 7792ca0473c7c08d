package hoso.proof;

import hoso.event.wire.CanonicalJson;
import hoso.event.wire.Times;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is signed: how long a log was at a time, and the one hash that all of it goes into; or that a store has lost positions.
 */
public sealed interface TreeHead {

    /** By the clock of whoever signed. */
    Instant signedAt();

    /** How much it covers: the leaves of a store, the rows of a chain. */
    long size();

    /** As canonical JSON (RFC 8785). */
    default String canonical() {
        return CanonicalJson.of(json());
    }

    ObjectNode json();

    /**
     * Of the tree over the events of a store.
     *
     * @param origin the name of the store among others; empty where it has none
     * @param incarnation of the store, from 1: one more each time that it was restored with a loss
     * @param size number of leaves, which is the last position
     * @param root of the tree, in hexadecimal
     * @param recordedAt of the event at the last position
     */
    record Store(String origin, int incarnation, long size, String root, Instant recordedAt, Instant signedAt)
            implements TreeHead {

        static final String KIND = "store";

        public Store {
            Objects.requireNonNull(origin);
            Objects.requireNonNull(recordedAt);
            Objects.requireNonNull(signedAt);
            if (incarnation < 1 || size < 1) throw new IllegalArgumentException("a head of " + size + " leaves");
            MerkleTree.checkHex(root);
        }

        static Store read(JsonNode json) {
            return new Store(
                    json.required("origin").stringValue(),
                    json.required("incarnation").intValue(),
                    json.required("size").longValue(),
                    json.required("root").stringValue(),
                    time(json, "recordedAt"),
                    time(json, "signedAt"));
        }

        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", KIND)
                    .put("origin", origin)
                    .put("incarnation", incarnation)
                    .put("size", size)
                    .put("root", root)
                    .put("recordedAt", Times.utc(recordedAt))
                    .put("signedAt", Times.utc(signedAt));
        }

        /** What others quote of it. */
        public Covered covered() {
            return new Covered(origin, incarnation, size, root);
        }
    }

    /**
     * Of the chain of a query side's snapshots.
     *
     * @param rows number of its last row
     * @param hash of that row, in hexadecimal
     * @param covers the newest heads of stores that were known when it was signed
     */
    record Snapshots(long rows, String hash, Instant signedAt, List<Covered> covers) implements TreeHead {

        static final String KIND = "snapshots";

        public Snapshots {
            if (rows < 1) throw new IllegalArgumentException("a head of " + rows + " rows");
            MerkleTree.checkHex(hash);
            Objects.requireNonNull(signedAt);
            covers = List.copyOf(covers);
        }

        static Snapshots read(JsonNode json) {
            return new Snapshots(
                    json.required("rows").longValue(),
                    json.required("hash").stringValue(),
                    time(json, "signedAt"),
                    StreamSupport.stream(json.required("covers").spliterator(), false)
                            .map(Covered::read)
                            .toList());
        }

        @Override
        public long size() {
            return rows;
        }

        @Override
        public ObjectNode json() {
            var json = JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", KIND)
                    .put("rows", rows)
                    .put("hash", hash)
                    .put("signedAt", Times.utc(signedAt));
            var list = json.putArray("covers");
            covers.forEach(covered -> list.add(covered.json()));
            return json;
        }
    }

    /**
     * That positions of a store are lost, by the order of an operator, and that it goes on above them.
     *
     * @param origin the name of the store among others; empty where it has none
     * @param incarnation that the store goes on as, from 2
     * @param lostFrom the first position that is lost
     * @param lostTo the last one
     */
    record Loss(String origin, int incarnation, long lostFrom, long lostTo, Instant signedAt) implements TreeHead {

        static final String KIND = "loss";

        public Loss {
            Objects.requireNonNull(origin);
            Objects.requireNonNull(signedAt);
            if (incarnation < 2 || lostFrom < 1 || lostTo < lostFrom)
                throw new IllegalArgumentException("a loss from " + lostFrom + " to " + lostTo);
        }

        static Loss read(JsonNode json) {
            return new Loss(
                    json.required("origin").stringValue(),
                    json.required("incarnation").intValue(),
                    json.required("lostFrom").longValue(),
                    json.required("lostTo").longValue(),
                    time(json, "signedAt"));
        }

        /** The last position that is spoken for. */
        @Override
        public long size() {
            return lostTo;
        }

        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", KIND)
                    .put("origin", origin)
                    .put("incarnation", incarnation)
                    .put("lostFrom", lostFrom)
                    .put("lostTo", lostTo)
                    .put("signedAt", Times.utc(signedAt));
        }
    }

    /** What a head of a store comes down to: see {@link Store}. */
    record Covered(String origin, int incarnation, long size, String root) {

        public Covered {
            Objects.requireNonNull(origin);
            MerkleTree.checkHex(root);
        }

        static Covered read(JsonNode json) {
            return new Covered(
                    json.required("origin").stringValue(),
                    json.required("incarnation").intValue(),
                    json.required("size").longValue(),
                    json.required("root").stringValue());
        }

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("origin", origin)
                    .put("incarnation", incarnation)
                    .put("size", size)
                    .put("root", root);
        }
    }

    /** Reads what {@link #json} wrote. */
    static TreeHead read(JsonNode json) {
        return switch (json.required("kind").stringValue()) {
            case Store.KIND -> Store.read(json);
            case Snapshots.KIND -> Snapshots.read(json);
            case Loss.KIND -> Loss.read(json);
            default -> throw new IllegalArgumentException("no kind of head: " + json.get("kind"));
        };
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.parse(json.required(name).stringValue());
    }
}
