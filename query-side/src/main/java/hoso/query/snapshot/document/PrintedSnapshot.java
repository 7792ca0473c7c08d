package hoso.query.snapshot.document;

import hoso.query.snapshot.Joint;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.content.FrozenReport;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a document of a snapshot says.
 *
 * @param sha256 of the canonical form, in hexadecimal
 * @param joint with the snapshot before it; empty where there is none
 */
public record PrintedSnapshot(
        String id,
        String sha256,
        Instant frozenAt,
        FrozenReport report,
        Optional<Joint> joint,
        Optional<Signature> signature) {}
