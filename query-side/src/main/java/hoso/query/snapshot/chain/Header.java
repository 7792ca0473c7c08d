package hoso.query.snapshot.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.canonical.Canonical;
import hoso.query.snapshot.Joint;
import hoso.vocabulary.Period;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the chain says of itself; its hash is that of this, in canonical form. What it has not is left out.
 *
 * @param number its place in the chain, dense from 1
 * @param snapshot the number of the report: its own, or that of the one that is signed
 * @param madeAt never before the row before it
 * @param madeBy subject of the token
 * @param sha256 of the content, in hexadecimal
 * @param previous hash of the row before it, in hexadecimal; of the first row 64 zeros
 * @param report of a signature null
 * @param joint with the snapshot before, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Header(
        long number,
        Kind kind,
        long snapshot,
        Instant madeAt,
        String madeBy,
        String sha256,
        String previous,
        @Nullable About report,
        @Nullable Joint joint) {

    /** What a row is. */
    public enum Kind {
        REPORT,
        SIGNATURE
    }

    public Header {
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(madeBy);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(previous);
        if (Objects.requireNonNull(kind) == Kind.REPORT) Objects.requireNonNull(report);
    }

    static Header of(long number, String previous, Instant madeAt, Draft draft) {
        String sha256 = Hashes.of(draft.content());
        return switch (draft) {
            case Draft.Report report ->
                new Header(
                        number,
                        Kind.REPORT,
                        number,
                        madeAt,
                        report.by(),
                        sha256,
                        previous,
                        report.about(),
                        report.joint().orElse(null));
            case Draft.Signature signature ->
                new Header(
                        number,
                        Kind.SIGNATURE,
                        signature.snapshot(),
                        madeAt,
                        signature.by(),
                        sha256,
                        previous,
                        null,
                        null);
        };
    }

    static Header read(String text) {
        return Canonical.read(text, Header.class);
    }

    /** Of the row of a report. */
    public About about() {
        return Objects.requireNonNull(report);
    }

    /**
     * Its figures are those of before this instant: the end of the period, or what cut it. A row that does not say what cut it
     * was made right then.
     */
    public Instant cut() {
        About about = about();
        Instant end = new Period(about.from(), about.to()).end();
        if (!about.provisional()) return end;
        Instant at = about.at() == null ? madeAt : about.at();
        return at.isBefore(end) ? at : end;
    }
}
