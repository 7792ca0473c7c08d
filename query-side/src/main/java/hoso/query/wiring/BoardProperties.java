package hoso.query.wiring;

import hoso.query.board.BoardSettings;
import hoso.vocabulary.ReportingPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What boards show ({@code hoso.boards.*}); see {@link BoardSettings}.
 *
 * @param at a moment of the past that they stand at; null for now
 * @param position as of which; null for the newest
 */
@ConfigurationProperties(value = "hoso.boards", ignoreUnknownFields = false)
record BoardProperties(
        @DefaultValue("month-644") ReportingPeriod month,
        @DefaultValue("1") int depth,
        @DefaultValue("500") int units,
        @DefaultValue("10s") Duration every,
        @Nullable Instant at,
        @Nullable Long position) {

    OptionalLong asOf() {
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    BoardSettings settings() {
        return new BoardSettings(month, depth, units, every);
    }
}
