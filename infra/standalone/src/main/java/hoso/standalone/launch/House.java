package hoso.standalone.launch;

import java.io.PrintStream;

/** The application behind the launcher, found by {@link java.util.ServiceLoader}. */
public interface House {

    /**
     * Opens for business; returns when requests are answered. Closing what it returns ends it in order, before
     * PostgreSQL is stopped: it must register no shutdown hook of its own.
     *
     * @throws Refused with one line, where something outside is in the way
     */
    AutoCloseable open(Prepared prepared) throws Exception;

    /**
     * Opens one side alone; as {@link #open(Prepared)}.
     *
     * @throws Refused with one line, where something outside is in the way
     */
    AutoCloseable open(Options.Apart options) throws Exception;

    /** Has a running command side publish once more; answers one line for the person at the terminal. */
    String republish(Options.Republish order) throws Exception;

    /**
     * Checks the whole of a store, and prints what came of it.
     *
     * @param progress where a person may see how far it is
     * @return whether all of it is as it was stored and signed
     * @throws Refused with one line, where it cannot be read
     */
    boolean verify(Options.Verify order, PrintStream out, PrintStream progress) throws Exception;

    /**
     * Checks a bundle of evidence, and prints what came of it.
     *
     * @return whether all of it is as it was recorded and signed
     * @throws Refused with one line, where it cannot be read
     */
    boolean verify(Options.VerifyBundle order, PrintStream out) throws Exception;

    /**
     * Writes a store into a file, and prints what is in it.
     *
     * @param progress where a person may see how far it is
     * @throws Refused with one line, where that cannot be done; then there is no file
     */
    void backup(Options.Backup order, PrintStream out, PrintStream progress) throws Exception;

    /**
     * Makes a store of a backup, checks it, and prints what came of it.
     *
     * @param progress where a person may see how far it is
     * @throws Refused with one line, where anything is wrong with it; then nothing is left behind
     */
    void restore(Options.Restore order, PrintStream out, PrintStream progress) throws Exception;

    /**
     * Tells a running command side what is lost; answers one line for the person at the terminal.
     *
     * @param progress where a person may see what is waited for
     */
    String restored(Options.Restored order, PrintStream progress) throws Exception;

    /**
     * A link that opens the desk of a running instance, once.
     *
     * @throws Refused with one line, where nobody answers
     */
    String desk(Options.Desk order) throws Exception;

    /** A signed token of the own issuer; needs the data folder's secrets alone, also while another process serves. */
    String token(Options.Token order) throws Exception;
}
