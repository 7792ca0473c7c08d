package hoso.command.treehead;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.edge.heads.HeadPublisher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the store is signed.
 *
 * @param state what the signer of this instance does now
 * @param key fingerprint of the key that it signs with
 * @param size up to which position the events are signed
 * @param root of the tree over them, in hexadecimal; absent where nothing is signed yet
 * @param signedAt when
 * @param topic how far the newest head is published; absent where there is no broker
 * @param reason why nothing is signed, where that is so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeadStatus(
        State state,
        String key,
        long size,
        @Nullable String root,
        @Nullable Instant signedAt,
        HeadPublisher.@Nullable Status topic,
        @Nullable String reason) {

    /** What a signer does. */
    public enum State {
        /** Another instance writes, and signs. */
        STAND_BY,
        SIGNING,
        /** The database or the folder is away; it goes on by itself. */
        WAITING,
        /** The store is not what was signed; an operator decides. */
        STOPPED
    }
}
