package hoso.standalone;

import hoso.edge.heads.ProofFolder;
import hoso.postgres.Credentials;
import hoso.standalone.backup.Backup;
import hoso.standalone.backup.SavedKeys;
import hoso.standalone.launch.KeptStore;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import hoso.standalone.verify.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be backed up, and has it written.
 *
 * @param passphrase that private keys are saved under; empty for not to save them
 */
public record BackupOrder(Options.Backup order, Optional<char[]> passphrase, PrintStream out, PrintStream progress) {

    public void run() {
        Path keys = SavedKeys.beside(order.file());
        if (Files.exists(keys)) throw Refused.unavailable(keys + " exists: a backup never writes over a file");
        var folder = new ProofFolder(order.data());
        if (order.database() == null) {
            try (var store = KeptStore.open(order.data())) {
                written(store.url(), store.login(), folder);
            }
        } else
            written(
                    order.database(),
                    new NamedDatabase(order.configuration()).login("backup"),
                    order.dataNamed() ? folder : null);
    }

    private void written(String url, Credentials login, @Nullable ProofFolder folder) {
        try {
            int secrets = savedKeys(folder);
            Backup.Taken taken = taken(new Backup(
                    url, login, folder, order.file(), order.after(), new Progress(progress, Terminal.isOne())));
            tell(taken);
            tellKeys(folder, secrets);
            out.println("Next time, what came since / lần sau, phần mới: infra/run backup FILE --after " + taken.to());
        } catch (SQLException | IOException failed) {
            throw Refused.unavailable("no backup was written: " + failed.getMessage());
        }
    }

    /** Before the rest: where they cannot be saved there is no backup that looks like a whole one. 0 where none are to be. */
    private int savedKeys(@Nullable ProofFolder folder) throws IOException {
        return passphrase.isEmpty() || folder == null
                ? 0
                : SavedKeys.save(
                        folder.data().resolve("secrets"),
                        SavedKeys.beside(order.file()),
                        passphrase.get(),
                        new SecureRandom());
    }

    /** Where it fails nothing is left, so that it can be tried again under the same name. */
    private Backup.Taken taken(Backup backup) throws SQLException, IOException {
        try {
            return backup.run();
        } catch (SQLException | IOException | RuntimeException failed) {
            Files.deleteIfExists(SavedKeys.beside(order.file()));
            throw failed;
        }
    }

    private void tell(Backup.Taken taken) {
        out.printf(
                "Backup / Bản sao lưu: %s%n  positions %,d to %,d, %s%n  %,d events, %,d free texts, %,d signed heads,"
                        + " %,d rows of the chain of snapshots, %,d looks at dossiers%n",
                taken.file(),
                taken.after() + 1,
                taken.to(),
                taken.signed() > taken.after()
                        ? "signed up to %,d".formatted(taken.signed())
                        : "none of them signed yet",
                taken.events(),
                taken.texts(),
                taken.heads(),
                taken.snapshots(),
                taken.looks());
    }

    private void tellKeys(@Nullable ProofFolder folder, int secrets) {
        if (passphrase.isEmpty() || folder == null)
            out.println("  PRIVATE KEYS ARE NOT SAVED / khóa bí mật KHÔNG được lưu: "
                    + (folder == null ? "no --data names their folder" : Passphrase.VARIABLE + " is not set"));
        else out.printf("  %d secrets under the passphrase: %s%n", secrets, SavedKeys.beside(order.file()));
    }
}
