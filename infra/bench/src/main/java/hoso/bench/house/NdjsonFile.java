package hoso.bench.house;

import hoso.bench.world.Steps;
import hoso.bench.world.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events one a line in a file, written before the clock starts and sent as one request. */
public final class NdjsonFile {

    private static final String NDJSON = "application/x-ndjson";

    private NdjsonFile() {}

    /** Writes the first events of a world. */
    public static Path write(Path file, World world, long events) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            Steps steps = world.steps();
            for (long event = 0; event < events && steps.hasNext(); event++) {
                out.write(world.line(steps.next()));
                out.write('\n');
            }
        }
        return file;
    }

    /** Sends a file; answers what the server counted. */
    public static JsonNode send(LaunchedServer server, Path file) throws IOException {
        try (Wire wire = server.connect()) {
            head(wire.out(), server, Files.size(file));
            Files.copy(file, wire.out());
            return counted(wire.answer());
        }
    }

    /** Sends lines that must come before others. */
    public static JsonNode send(LaunchedServer server, List<String> lines) throws IOException {
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try (Wire wire = server.connect()) {
            return counted(wire.send(Wire.post(Wire.postHead(NDJSON, server.token("admin")), body)));
        }
    }

    private static void head(OutputStream out, LaunchedServer server, long length) throws IOException {
        String head = Wire.postHead(NDJSON, server.token("admin")) + length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonNode counted(Wire.Answer answer) throws IOException {
        JsonNode counts = JsonMapper.shared().readTree(answer.body());
        boolean taken = answer.status() == 200 && counts.get("rejected").longValue() == 0;
        if (!taken) throw new IOException("events were not taken: " + answer.status() + " " + counts);
        return counts;
    }
}
