package hoso.standalone.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.proof.Incarnations;
import hoso.proof.Incarnations.Gap;
import hoso.proof.Incarnations.Incarnation;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param format {@link #FORMAT}
 * @param after the last position that it does not have; 0 of a full one
 * @param afterLeaf leaf hash of the event there, in hexadecimal; empty of a full one
 * @param to the last position that it has
 * @param toLeaf leaf hash of the event there, in hexadecimal
 * @param takenAt by the clock of the database
 * @param incarnations of the store, all of them
 * @param headsAfter size of the last head that it does not have; 0 where it has all
 * @param head the newest signed head that covers nothing beyond it, as its line; null where none is signed
 * @param keys the public keys that heads in the table are signed with
 * @param parts the other entries of the file, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
        String format,
        long after,
        String afterLeaf,
        long to,
        String toLeaf,
        Instant takenAt,
        List<Opened> incarnations,
        long headsAfter,
        @Nullable String head,
        List<Key> keys,
        Map<String, Part> parts) {

    /** Raised with every change that an older program would not understand. */
    static final String FORMAT = "hoso backup 1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A row of {@code store.incarnation}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(
            int number,
            long firstPosition,
            @Nullable Long lostFrom,
            @Nullable Long lostTo,
            Instant openedAt,
            String openedBy,
            String reason) {}

    /**
     * A row of {@code store.head_key}.
     *
     * @param encoded in base64
     */
    record Key(String fingerprint, byte[] encoded) {

        /** @throws IllegalArgumentException where it is none, or that of another fingerprint */
        VerifyingKey read() {
            VerifyingKey key = VerifyingKey.of(encoded);
            if (!key.fingerprint().equals(fingerprint))
                throw new IllegalArgumentException("its key " + fingerprint + " is another one");
            return key;
        }
    }

    /**
     * Of an entry.
     *
     * @param rows of a table; of a file 1
     * @param sha256 of its bytes, in hexadecimal
     */
    record Part(long rows, String sha256) {}

    Manifest {
        incarnations = List.copyOf(incarnations);
        keys = List.copyOf(keys);
        parts = Map.copyOf(parts);
    }

    /** @throws IllegalArgumentException where it is none that this program understands */
    static Manifest read(byte[] json) {
        try {
            var manifest = JSON.readValue(json, Manifest.class);
            if (!FORMAT.equals(manifest.format()))
                throw new IllegalArgumentException("its format is '" + manifest.format() + "', not '" + FORMAT + "'");
            manifest.check();
            return manifest;
        } catch (JacksonException | NullPointerException wrong) {
            throw new IllegalArgumentException("its manifest cannot be read", wrong);
        }
    }

    /** What stands in it can be read, every part: what was loaded until then would be for nothing. */
    private void check() {
        gaps();
        signed();
        keys.forEach(Key::read);
    }

    /** @throws IllegalArgumentException where it is no head of a store */
    Optional<TreeHead.Store> signed() {
        if (head == null) return Optional.empty();
        if (SignedHead.read(head).head() instanceof TreeHead.Store store) return Optional.of(store);
        throw new IllegalArgumentException("its head is not that of a store");
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    boolean isFull() {
        return after == 0;
    }

    /** How many rows an entry has; 0 where there is no such entry. */
    long rows(String entry) {
        return Optional.ofNullable(parts.get(entry)).map(Part::rows).orElse(0L);
    }

    Incarnations gaps() {
        return new Incarnations(incarnations.stream()
                .map(opened -> new Incarnation(opened.number(), gap(opened)))
                .toList());
    }

    private static Optional<Gap> gap(Opened opened) {
        return opened.lostFrom() == null || opened.lostTo() == null
                ? Optional.empty()
                : Optional.of(new Gap(opened.lostFrom(), opened.lostTo()));
    }
}
