package hoso.query.snapshot.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of snapshots, the newest first.
 *
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SnapshotsAnswer(
        List<SnapshotAnswer> snapshots, @Nullable String next) {}
