package hoso.event;

import hoso.vocabulary.Timeliness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier shows: its due instant, and how it was closed.
 *
 * @param timeliness null while it is open
 */
public record Standing(Instant dueAt, @Nullable Timeliness timeliness) {}
