package hoso.standalone.backup;

/** What is to be restored is not what was backed up, or does not join; the message is one line. */
public final class UnfitBackup extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitBackup(String message) {
        super(message);
    }
}
