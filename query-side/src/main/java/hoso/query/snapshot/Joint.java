package hoso.query.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import hoso.vocabulary.Period;
import java.util.List;

/**
 * Where a report joins the last snapshot that ends where it begins: what that one left pending should be what this one
 * carries over, and where it is not, the parts say why.
 *
 * @param snapshot the id of that snapshot
 * @param pending its {@code pending.total}
 * @param carriedOver this report's {@code received.carriedOver}
 * @param parts that add up to the difference, none of them 0
 */
public record Joint(String snapshot, Period period, long pending, long carriedOver, List<Part> parts) {

    /**
     * @param difference how many more are carried over for this reason
     * @param dossiers how many moved it; 0 for a reason that lies in no dossier
     */
    public record Part(Cause cause, long difference, long dossiers) {}

    public Joint {
        parts = List.copyOf(parts);
    }

    /** How many more are carried over than were left pending. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long difference() {
        return carriedOver - pending;
    }
}
