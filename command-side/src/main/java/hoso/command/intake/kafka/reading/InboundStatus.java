package hoso.command.intake.kafka.reading;

import org.jspecify.annotations.Nullable;

/**
 * How the reading of a publisher's topic stands.
 *
 * @param reason why it is not read; null where it is
 * @param accepted since the start, as what follows
 * @param lag messages that are not done with, as seen within the last seconds; null where it is not read, and so not known
 */
public record InboundStatus(
        String name,
        Standing.State state,
        @Nullable String reason,
        long accepted,
        long duplicates,
        long rejected,
        @Nullable Long lag) {}
