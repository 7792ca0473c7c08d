package hoso.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Says in one line why a folder could not be used. */
public final class Failure {

    private Failure() {}

    public static ServerUnavailable of(String attempt, Path folder, IOException cause) {
        return new ServerUnavailable(attempt + " " + folder + ": " + reason(cause), cause);
    }

    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        var reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        var text = Objects.requireNonNullElse(reason, cause.getClass().getSimpleName());
        return text.toLowerCase(Locale.ROOT).contains("no space left on device") ? "the disk is full" : text;
    }
}
