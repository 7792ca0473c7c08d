package hoso.command.treehead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a file of heads from its end: it grows for years, and what counts stands there. */
final class LastLines {

    /** Some hundred heads; a line has 64 KiB at most. */
    private static final int BLOCK_BYTES = 256 << 10;

    private LastLines() {}

    /** The last line that is asked for; what a crash has left of one is none. Empty where there is no such line, or no file. */
    static Optional<String> last(Path file, Predicate<String> wanted) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = channel.size();
            while (end > 0) {
                long from = Math.max(0, end - BLOCK_BYTES);
                byte[] block = block(channel, from, end);
                int begin = from == 0 ? 0 : after(block, 0);
                if (begin == block.length) throw new IOException("it has a line that is longer than any head");
                Optional<String> found = last(block, begin, wanted);
                if (found.isPresent()) return found;
                end = from + begin;
            }
            return Optional.empty();
        }
    }

    private static byte[] block(FileChannel channel, long from, long end) throws IOException {
        var block = ByteBuffer.allocate((int) (end - from));
        while (block.hasRemaining())
            if (channel.read(block, from + block.position()) < 0)
                throw new IOException("it has become shorter while it was read");
        return block.array();
    }

    private static Optional<String> last(byte[] block, int begin, Predicate<String> wanted) {
        int feed = before(block, block.length);
        while (feed >= begin) {
            int from = Math.max(begin, before(block, feed) + 1);
            String line = new String(block, from, feed - from, UTF_8);
            if (wanted.test(line)) return Optional.of(line);
            feed = from - 1;
        }
        return Optional.empty();
    }

    /** Where the next line begins; the end where there is no line feed. */
    private static int after(byte[] block, int from) {
        int at = from;
        while (at < block.length && block[at] != '\n') at++;
        return Math.min(at + 1, block.length);
    }

    /** Where the line feed before an index is; -1 where there is none. */
    private static int before(byte[] block, int index) {
        int at = index - 1;
        while (at >= 0 && block[at] != '\n') at--;
        return at;
    }
}
