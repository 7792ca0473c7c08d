package hoso.query.snapshot.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of snapshots, the newest first.
 *
 * @param damaged ids of those whose rows somebody has changed, so that nothing of them can be told; absent where all is well
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SnapshotsAnswer(
        @JsonInclude List<SnapshotAnswer> snapshots,
        List<String> damaged,
        @Nullable String next) {}
