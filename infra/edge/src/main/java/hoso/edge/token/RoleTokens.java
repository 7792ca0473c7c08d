package hoso.edge.token;

import hoso.edge.Problem;
import hoso.edge.Role;
import hoso.edge.secret.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** One token per role, in a file each, for those who run the installation. */
public final class RoleTokens {

    private static final Duration LIFE = Duration.ofDays(365);

    /** A token with less than this left is replaced: the holder of a copy has a month to fetch the new one. */
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final TokenIssuer issuer;
    private final Path folder;
    private final InstantSource clock;
    private final TokenReader reader;

    public RoleTokens(TokenIssuer issuer, Path folder, InstantSource clock) {
        this.issuer = issuer;
        this.folder = folder;
        this.clock = clock;
        this.reader = new TokenReader(List.of(issuer.trusted()), clock);
    }

    /** Writes what is missing, near its end, of another key or of other rights; the others stay as they are. */
    public void refresh() {
        for (var role : Role.values()) {
            var file = folder.resolve(role.code() + ".jwt");
            try {
                if (!serves(file, role)) {
                    var token = issuer.mint(Grant.of(role), LIFE) + "\n";
                    PrivateFile.replace(file, token.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot write the token " + file + ": " + failed.getMessage(), failed);
            }
        }
    }

    private boolean serves(Path file, Role role) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            var read = reader.read(new String(PrivateFile.read(file), StandardCharsets.US_ASCII).strip());
            return read.caller().equals(Grant.of(role))
                    && clock.instant().plus(RENEWED_BEFORE_END).isBefore(read.ends());
        } catch (Problem _) {
            return false;
        }
    }
}
