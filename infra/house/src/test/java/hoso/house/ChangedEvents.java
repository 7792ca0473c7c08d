package hoso.house;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A backup with other events, made by somebody who knows that the manifest has their checksum. */
record ChangedEvents(Path copy) {

    /** Of what PostgreSQL copies: signature, flags and the length of no extension. */
    static final int HEADER = 19;

    private static final String ENTRY = "events.copy";

    /** @param change of the rows as text, one character a byte */
    Path of(Path backup, UnaryOperator<String> change) throws Exception {
        Files.copy(backup, copy);
        try (var opened = FileSystems.newFileSystem(copy)) {
            Path events = opened.getPath(ENTRY);
            byte[] changed = change.apply(new String(Files.readAllBytes(events), ISO_8859_1))
                    .getBytes(ISO_8859_1);
            Files.write(events, changed);
            Path entry = opened.getPath("manifest.json");
            var manifest = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(entry));
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(changed));
            ((ObjectNode) manifest.at("/parts").get(ENTRY)).put("sha256", sha256);
            Files.write(entry, JsonMapper.shared().writeValueAsBytes(manifest));
        }
        return copy;
    }
}
