package hoso.standalone;

import hoso.command.intake.kafka.publisher.UnfitPublisher;
import hoso.command.store.NewerSchema;
import hoso.edge.Misconfigured;
import hoso.edge.wiring.Binding.RefusedBinding;
import hoso.process.ServerUnavailable;
import hoso.query.wiring.NewerBooks;
import hoso.standalone.launch.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;

/** What a start that failed comes down to: Spring wraps it in the names of all beans that wanted one another. */
final class FailedStart {

    private FailedStart() {}

    /** One line for the operator; empty where it is a fault of ours, of which the stack is needed. */
    static Optional<Refused> refusal(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause())
            if (isOutside(cause)) return Optional.of(refused(cause));
        return Optional.empty();
    }

    private static boolean isOutside(Throwable cause) {
        return switch (cause) {
            case Refused refused -> true;
            case RefusedBinding refused -> true;
            case ServerUnavailable away -> true;
            case NewerSchema newer -> true;
            case NewerBooks newer -> true;
            case UnfitPublisher unfit -> true;
            case Misconfigured unfit -> true;
            case IllegalStateException tls when isOfTls(tls) -> true;
            // unless one of the above is what it could not be bound for
            case BindException unfit -> refusal(unfit.getCause()).isEmpty();
            default -> false;
        };
    }

    private static Refused refused(Throwable cause) {
        return switch (cause) {
            case Refused refused -> refused;
            case BindException unfit -> Refused.unavailable("cannot use " + unfit.getName() + ": " + reason(unfit));
            case IllegalStateException tls
            when isOfTls(tls) -> Refused.unavailable("TLS cannot be used: " + reason(tls));
            default -> Refused.unavailable(String.valueOf(cause.getMessage()));
        };
    }

    /** Spring Boot has no type for what of {@code server.ssl.*} cannot be used. */
    private static boolean isOfTls(IllegalStateException failed) {
        return String.valueOf(failed.getMessage()).matches("Unable to create (key|trust) store: .*");
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
