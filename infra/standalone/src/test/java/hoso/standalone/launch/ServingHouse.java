package hoso.standalone.launch;

import java.io.PrintStream;

/** A house that is only ever asked to serve, or for a token. */
interface ServingHouse extends House {

    @Override
    default AutoCloseable open(Options.Apart options) {
        throw new UnsupportedOperationException();
    }

    @Override
    default String republish(Options.Republish order) {
        throw new UnsupportedOperationException();
    }

    @Override
    default boolean verify(Options.Verify order, PrintStream out, PrintStream progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void backup(Options.Backup order, PrintStream out, PrintStream progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    default String restored(Options.Restored order, PrintStream progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    default String desk(Options.Desk order) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void restore(Options.Restore order, PrintStream out, PrintStream progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    default boolean verify(Options.VerifyBundle order, PrintStream out) {
        throw new UnsupportedOperationException();
    }
}
