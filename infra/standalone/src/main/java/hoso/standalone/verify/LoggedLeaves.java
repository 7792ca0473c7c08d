package hoso.standalone.verify;

import hoso.proof.MerkleTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The log of leaves, read along positions that mostly follow each other; as many as it had at a time. */
final class LoggedLeaves implements AutoCloseable {

    private static final int WINDOW = 4_096;

    private final FileChannel channel;
    private final long size;
    private byte[] window = {};
    private long windowFrom;

    LoggedLeaves(Path file, long bytes) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = bytes / MerkleTree.HASH_BYTES;
    }

    long size() {
        return size;
    }

    /** Whether it has that leaf at a position that it has. */
    boolean has(long position, byte[] leaf) throws IOException {
        if (position < windowFrom || position >= windowFrom + window.length / MerkleTree.HASH_BYTES) load(position);
        int at = (int) (position - windowFrom) * MerkleTree.HASH_BYTES;
        return Arrays.equals(window, at, at + MerkleTree.HASH_BYTES, leaf, 0, leaf.length);
    }

    private void load(long position) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(WINDOW, size - position + 1) * MerkleTree.HASH_BYTES);
        long from = (position - 1) * MerkleTree.HASH_BYTES;
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0)
                throw new IOException("the log of leaves has become shorter while it was read");
        }
        window = bytes.array();
        windowFrom = position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
