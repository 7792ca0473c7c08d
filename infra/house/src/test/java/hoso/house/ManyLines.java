package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** So many lines of dossiers, made while they are sent. */
final class ManyLines extends InputStream {

    private int lines;
    private int dossier;
    private byte[] piece = {};
    private int next;

    ManyLines(int lines) {
        this.lines = lines;
    }

    @Override
    public int read() {
        return more() ? piece[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (!more()) return -1;
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, buffer, offset, count);
        next += count;
        return count;
    }

    private boolean more() {
        if (next < piece.length) return true;
        if (lines == 0) return false;
        var life = Lives.dossier("many." + ++dossier);
        var some = life.subList(0, Math.min(lines, life.size()));
        lines -= some.size();
        piece = (String.join("\n", some) + "\n").getBytes(UTF_8);
        next = 0;
        return true;
    }
}
