package hoso.standalone;

import hoso.edge.heads.ProofFolder;
import hoso.postgres.Credentials;
import hoso.standalone.launch.KeptStore;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import hoso.standalone.verify.Findings;
import hoso.standalone.verify.Progress;
import hoso.standalone.verify.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds what is to be checked, and has it checked. */
record VerifyOrder(Options.Verify order, PrintStream out) {

    Findings run() {
        var folder = new ProofFolder(order.data());
        if (order.database() != null)
            return verified(
                    order.database(),
                    new NamedDatabase(order.configuration()).login("verify"),
                    order.dataNamed() ? folder : null);
        try (var store = KeptStore.open(order.data())) {
            return verified(store.url(), store.login(), folder);
        }
    }

    private Findings verified(String url, Credentials login, @Nullable ProofFolder folder) {
        try {
            return new Verification(url, login, folder, order.heads(), new Progress(out, Terminal.isOne())).run();
        } catch (SQLException | IOException unreadable) {
            throw Refused.unavailable("the store cannot be read: " + unreadable.getMessage());
        }
    }
}
