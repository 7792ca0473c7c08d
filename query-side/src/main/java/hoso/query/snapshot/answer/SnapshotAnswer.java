package hoso.query.snapshot.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.chain.About;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.chain.Tampering;
import hoso.query.snapshot.content.FrozenReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A snapshot as it is answered.
 *
 * @param sha256 of the content in its canonical form (RFC 8785), in hexadecimal
 * @param tampering what shows that it is no longer what was frozen; absent where all is well
 * @param joint where it joins the snapshot before it; absent where there is none
 * @param content what was frozen; absent in lists, and where somebody has changed it beyond reading
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SnapshotAnswer(
        String id,
        SnapshotKind kind,
        String unit,
        LocalDate from,
        LocalDate to,
        LocalDate tree,
        boolean provisional,
        long position,
        String sha256,
        String frozenBy,
        Instant frozenAt,
        @Nullable Link chain,
        List<String> tampering,
        @Nullable Joint joint,
        @Nullable Signature signature,
        @Nullable JsonNode content) {

    /**
     * Its place in the chain.
     *
     * @param previous hash of the row before it
     * @param hash of its own row
     */
    record Link(long number, String previous, String hash) {}

    /**
     * As one of a list.
     *
     * @param unit as those who ask call it
     */
    static SnapshotAnswer of(Header header, String unit) {
        return of(header, unit, null, List.of(), null, null);
    }

    static SnapshotAnswer of(Snapshot snapshot, String unit) {
        Header header = snapshot.entry().header();
        return of(
                header,
                unit,
                new Link(header.number(), header.previous(), snapshot.entry().hash()),
                snapshot.tampering().stream().map(Tampering::sentence).toList(),
                snapshot.signature().orElse(null),
                snapshot.report().map(FrozenReport::content).orElse(null));
    }

    private static SnapshotAnswer of(
            Header header,
            String unit,
            @Nullable Link link,
            List<String> tampering,
            @Nullable Signature signature,
            @Nullable JsonNode content) {
        About about = header.about();
        return new SnapshotAnswer(
                Snapshot.id(header),
                about.kind(),
                unit,
                about.from(),
                about.to(),
                about.tree(),
                about.provisional(),
                about.position(),
                header.sha256(),
                header.madeBy(),
                header.madeAt(),
                link,
                tampering,
                link == null ? null : header.joint(),
                signature,
                content);
    }
}
