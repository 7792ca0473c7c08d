package hoso.standalone.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.edge.secret.PrivateFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of a data folder (private keys and passwords) in a file that is worth nothing without its passphrase.
 *
 * <pre>
 * "hoso keys 1\n" | rounds, 4 bytes | salt, 16 bytes | nonce, 12 bytes | a ZIP of the files under AES-256-GCM
 * </pre>
 *
 * <p>The key is made of the passphrase (UTF-8, as Java's {@code PBKDF2WithHmacSHA256} takes it) in so many rounds; all that stands
 * before the ZIP is authenticated with it.
 */
public final class SavedKeys {

    private static final byte[] MAGIC = "hoso keys 1\n".getBytes(UTF_8);

    /** What OWASP's Password Storage Cheat Sheet (2023) asks for; half a second for whoever knows the passphrase. */
    private static final int ROUNDS = 600_000;

    /** More than that nobody has written: a file that asks for it would only keep us busy. */
    private static final int ROUNDS_MAX = 100 * ROUNDS;

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES + SALT_BYTES + NONCE_BYTES;

    private SavedKeys() {}

    /** Where they lie beside a backup. */
    public static Path beside(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".keys");
    }

    /**
     * Saves every file of a folder; answers with how many there are.
     *
     * @param random what salt and nonce are taken from
     */
    public static int save(Path secrets, Path file, char[] passphrase, SecureRandom random) throws IOException {
        var header = ByteBuffer.allocate(HEADER_BYTES)
                .put(MAGIC)
                .putInt(ROUNDS)
                .put(bytes(random, SALT_BYTES))
                .put(bytes(random, NONCE_BYTES));
        var zipped = new ByteArrayOutputStream();
        int count = zip(secrets, zipped);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, header.array(), passphrase).doFinal(zipped.toByteArray());
            PrivateFile.createOnce(
                    file,
                    ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                            .put(header.array())
                            .put(sealed)
                            .array());
            return count;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int zip(Path secrets, ByteArrayOutputStream out) throws IOException {
        int count = 0;
        try (var zip = new ZipOutputStream(out);
                Stream<Path> files = Files.list(secrets)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
                count++;
            }
        }
        return count;
    }

    /**
     * Puts them back into a folder.
     *
     * @throws WrongPassphrase where it is not that of the file, or the file was changed
     */
    public static void restore(Path file, Path secrets, char[] passphrase) throws IOException, WrongPassphrase {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(opened(Files.readAllBytes(file), passphrase)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                PrivateFile.replace(secrets.resolve(Path.of(entry.getName()).getFileName()), zip.readAllBytes());
        }
    }

    private static byte[] opened(byte[] file, char[] passphrase) throws WrongPassphrase {
        if (file.length < HEADER_BYTES || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw new WrongPassphrase("it holds no keys");
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(file, HEADER_BYTES), passphrase)
                    .doFinal(file, HEADER_BYTES, file.length - HEADER_BYTES);
        } catch (AEADBadTagException wrong) {
            throw new WrongPassphrase("the passphrase is another, or the file was changed");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, byte[] header, char[] passphrase) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(header).position(MAGIC.length);
        int rounds = in.getInt();
        if (rounds < ROUNDS || rounds > ROUNDS_MAX) throw new AEADBadTagException("rounds " + rounds);
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(salt).get(nonce);
        var asked = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(asked)
                .getEncoded();
        asked.clearPassword();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The keys cannot be had; the message says why. */
    public static final class WrongPassphrase extends Exception {

        private static final long serialVersionUID = 1L;

        private WrongPassphrase(String message) {
            super(message);
        }
    }
}
