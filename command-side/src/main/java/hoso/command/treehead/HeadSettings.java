package hoso.command.treehead;

import hoso.command.store.StoreSettings.Login;
import hoso.edge.heads.ProofFolder;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What heads are signed of, and where they are kept.
 *
 * @param url of the store's database
 * @param login of the application
 * @param origin the name of the store among others; empty where it has none
 * @param folder where key, heads and leaves are kept
 * @param clock what {@code signedAt} is taken from
 * @param every how long at least from one head to the next: what somebody rewrites before it is signed is rewritten unseen, so
 *     heads come soon; a head is a line that is kept for ever and costs three flushes, so they do not come with every event.
 *     At ten seconds there are 3,000 in a working day, 1 MiB
 */
public record HeadSettings(
        String url, Login login, String origin, ProofFolder folder, InstantSource clock, Duration every) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "heads of " + url + " in " + folder.data();
    }
}
