package hoso.standalone.demo;

import hoso.command.reference.NationalCalendars;
import hoso.event.Publication;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.StrictJson;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** All lines of the demo by what they are about, each in its order. */
final class GroupedDemo {

    /** A quarter of a gigabyte: given back where other tests need it. */
    private static SoftReference<GroupedDemo> shared = new SoftReference<>(null);

    final DemoEvents demo;
    /** Of units and procedures. */
    final Map<String, List<byte[]>> reference = new LinkedHashMap<>();
    /** Of dossiers and petitions. */
    final Map<String, List<byte[]>> lives = new LinkedHashMap<>();

    final List<Long> digests = new ArrayList<>();
    int lines;
    /** Lines that were published before the one above them. */
    int outOfOrder;

    int lastReferenceLine;
    private Instant lastPublished = Instant.MIN;

    private GroupedDemo(DemoEvents demo) {
        this.demo = demo;
        var digest = new CRC32C();
        demo.lines().forEachRemaining(published -> {
            lines++;
            byte[] line = published.json();
            if (published.publishedAt().isBefore(lastPublished)) outOfOrder++;
            lastPublished = published.publishedAt();
            digest.update(line);
            if (lines % 10_000 == 0) digests.add(digest.getValue());
            String text = new String(line, StandardCharsets.UTF_8);
            String type = attribute(text, "type");
            boolean told = type.startsWith("hoso.dossier.") || type.startsWith("hoso.petition.");
            if (!told) lastReferenceLine = lines;
            (told ? lives : reference)
                    .computeIfAbsent(attribute(text, "subject"), unused -> new ArrayList<>(6))
                    .add(line);
        });
    }

    /** The demo that all tests look at. */
    static synchronized GroupedDemo shared() {
        GroupedDemo known = shared.get();
        if (known != null) return known;
        var made = new GroupedDemo(new DemoEvents(NationalCalendars.calendar()));
        shared = new SoftReference<>(made);
        return made;
    }

    /** As strictly as the intake reads it. */
    static Publication read(byte[] line) {
        return CloudEventReader.read(StrictJson.read(line));
    }

    private static String attribute(String line, String name) {
        int from = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }
}
