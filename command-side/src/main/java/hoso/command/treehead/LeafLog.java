package hoso.command.treehead;

import hoso.proof.MerkleTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The leaf hashes of a store outside its database, 32 bytes a position, up to the last head at least. A head tells that
 * something before it was changed; this tells where.
 */
public final class LeafLog implements AutoCloseable {

    private static final int BYTES = MerkleTree.HASH_BYTES;

    /** Gathered in memory before they are written. */
    private static final int BUFFER_BYTES = 4_096 * BYTES;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private LeafLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens or makes it, to be appended to; what a crash has left of a last leaf is cut off. */
    public static LeafLog open(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.size() % BYTES != 0) channel.truncate(channel.size() - channel.size() % BYTES);
            channel.position(channel.size());
            return new LeafLog(channel);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Opens it to be read, as it is; empty where there is none. */
    static Optional<LeafLog> existing(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(new LeafLog(FileChannel.open(file, StandardOpenOption.READ)))
                : Optional.empty();
    }

    /** How many whole leaves it has. */
    public long size() throws IOException {
        return channel.size() / BYTES;
    }

    /** Of one of those positions. */
    byte[] leaf(long position) throws IOException {
        var leaf = ByteBuffer.allocate(BYTES);
        while (leaf.hasRemaining()) {
            if (channel.read(leaf, (position - 1) * BYTES + leaf.position()) < 0)
                throw new IOException("the log of leaves ends before position " + position);
        }
        return leaf.array();
    }

    /** The leaf of the next position; on disk at the next {@link #force}. */
    void append(byte[] leaf) throws IOException {
        if (!buffer.hasRemaining()) write();
        buffer.put(leaf);
    }

    /** Goes on after a position: those behind it are lost. */
    void cut(long size) throws IOException {
        channel.truncate(size * BYTES);
        channel.position(channel.size());
    }

    void force() throws IOException {
        write();
        channel.force(true);
    }

    private void write() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) channel.write(buffer);
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
