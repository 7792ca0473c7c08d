package hoso.standalone.verify;

import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.proof.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies outside the database, as long as it was before the database was looked at: of what is appended later nothing is
 * read.
 *
 * @param folder null where none is at hand
 * @param copy of the file of heads, kept elsewhere; null for none
 * @param logBytes of the log of leaves; -1 where there is none
 * @param fileBytes of the file of heads; -1 where there is none
 * @param chainBytes of the file of heads of the chain of snapshots; -1 where there is none
 */
record Outside(@Nullable ProofFolder folder, @Nullable Path copy, long logBytes, long fileBytes, long chainBytes) {

    static Outside measured(@Nullable ProofFolder folder, @Nullable Path copy) throws IOException {
        return folder == null
                ? new Outside(null, copy, -1, -1, -1)
                : new Outside(
                        folder,
                        copy,
                        bytes(folder.leaves()),
                        bytes(folder.heads(ProofFolder.STORE)),
                        bytes(folder.heads(ProofFolder.SNAPSHOTS)));
    }

    private static long bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : -1;
    }

    List<VerifyingKey> keys(String kind) throws IOException {
        return folder == null ? List.of() : KnownKeys.of(folder, kind);
    }

    /** Null where there is none. */
    @Nullable
    LoggedLeaves leaves() throws IOException {
        return folder == null || logBytes < 0 ? null : new LoggedLeaves(folder.leaves(), logBytes);
    }

    /** Null where there is none. */
    @Nullable
    HeadLines file(Findings findings) throws IOException {
        return folder == null || fileBytes < 0
                ? null
                : new FileLines(folder.heads(ProofFolder.STORE), fileBytes, Check.FILE_HEADS, findings);
    }

    /** Null where there is none. */
    @Nullable
    HeadLines copied(Findings findings) throws IOException {
        return copy == null ? null : new FileLines(copy, Files.size(copy), Check.COPIED_HEADS, findings);
    }

    /** Null where there is none. */
    @Nullable
    FileText chain() throws IOException {
        return folder == null || chainBytes < 0 ? null : new FileText(folder.heads(ProofFolder.SNAPSHOTS), chainBytes);
    }
}
