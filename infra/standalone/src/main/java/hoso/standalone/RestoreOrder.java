package hoso.standalone;

import hoso.command.store.Schema;
import hoso.command.store.StoreSettings;
import hoso.edge.heads.ProofFolder;
import hoso.postgres.Credentials;
import hoso.query.wiring.BooksSchema;
import hoso.standalone.backup.Restore;
import hoso.standalone.backup.SavedKeys;
import hoso.standalone.backup.UnfitBackup;
import hoso.standalone.launch.NewStore;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import hoso.standalone.verify.Check;
import hoso.standalone.verify.Findings;
import hoso.standalone.verify.Progress;
import hoso.standalone.verify.VerdictTable;
import hoso.standalone.verify.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a store of a backup, and has it checked.
 *
 * @param passphrase of a file of keys; empty to go on without it
 */
public record RestoreOrder(
        Options.Restore order, Function<String, Optional<char[]>> passphrase, PrintStream out, PrintStream progress) {

    public void run() {
        try (var store = NewStore.in(order.data())) {
            boolean keys = putKeys(store.secrets());
            store.start();
            tables(store);
            var loaded = load(store);
            var findings = verified(store);
            store.keep();
            tell(loaded, keys, findings.signers(Check.SIGNATURES));
        } catch (IOException | SQLException failed) {
            throw Refused.unavailable("nothing was restored: " + failed.getMessage());
        } catch (UnfitBackup unfit) {
            throw Refused.unavailable("nothing was restored: " + unfit.getMessage());
        }
    }

    /** Those of the newest backup that has some; answers whether there are any. */
    private boolean putKeys(Path secrets) throws IOException {
        Optional<Path> file = order.files().reversed().stream()
                .map(SavedKeys::beside)
                .filter(Files::exists)
                .findFirst();
        if (file.isEmpty()) return false;
        Optional<char[]> known = passphrase.apply(file.get().toString());
        if (known.isEmpty()) return false;
        try {
            SavedKeys.restore(file.get(), secrets, known.get());
            return true;
        } catch (SavedKeys.WrongPassphrase wrong) {
            throw Refused.unavailable("nothing was restored: " + file.get() + ": " + wrong.getMessage());
        }
    }

    private static void tables(NewStore store) {
        Schema.migrate(StoreSettings.of(store.url(), login(store.application()), login(store.owner())));
        BooksSchema.migrate(
                store.url(),
                store.owner().user(),
                store.owner().password(),
                store.application().user());
    }

    private static StoreSettings.Login login(Credentials role) {
        return new StoreSettings.Login(role.user(), role.password());
    }

    private Restore.Loaded load(NewStore store) throws UnfitBackup, SQLException, IOException {
        return new Restore(
                        order.files(), store.url(), store.owner(), folder(), new Progress(progress, Terminal.isOne()))
                .run();
    }

    private ProofFolder folder() {
        return new ProofFolder(order.data());
    }

    private Findings verified(NewStore store) throws SQLException, IOException {
        var findings = new Verification(
                        store.url(), store.application(), folder(), null, new Progress(progress, Terminal.isOne()))
                .run();
        new VerdictTable(findings).print(out);
        if (!findings.intact())
            throw Refused.unavailable("nothing was restored: the backup is not what was signed, see above");
        return findings;
    }

    private void tell(Restore.Loaded loaded, boolean keys, List<String> signers) {
        out.printf(
                "Restored / Đã phục hồi: %,d events, up to position %,d, into %s%n",
                loaded.events(), loaded.to(), order.data());
        fingerprints(signers);
        out.println(
                keys
                        ? "  with its private keys and passwords"
                        : "  WITHOUT private keys: new ones are made at the first start; hand out new tokens, and publish the"
                                + " fingerprint of the new key of heads");
        out.println("Next / tiếp theo:");
        out.println("  1. put a copy of heads/store.ndjson that was kept elsewhere, where there is one, into "
                + order.data().resolve("heads"));
        out.println("  2. infra/run --data " + order.data() + "   (the books are made anew at the first start)");
        out.println(
                "  3. where it refuses writes, since more was seen of it: infra/run restored --data " + order.data());
    }

    private void fingerprints(List<String> fingerprints) {
        if (fingerprints.isEmpty())
            out.println(
                    "  NO SIGNATURE WAS CHECKED / CHƯA kiểm tra chữ ký nào: the backup has no signed head, or not its key");
        fingerprints.forEach(
                fingerprint -> out.println("  its heads are signed with the key of fingerprint " + fingerprint));
    }
}
