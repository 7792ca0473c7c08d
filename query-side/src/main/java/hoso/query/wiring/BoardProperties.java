package hoso.query.wiring;

import hoso.query.board.BoardSettings;
import hoso.vocabulary.ReportingPeriod;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What boards show ({@code hoso.boards.*}); see {@link BoardSettings}. */
@ConfigurationProperties(value = "hoso.boards", ignoreUnknownFields = false)
record BoardProperties(
        @DefaultValue("month-644") ReportingPeriod month,
        @DefaultValue("1") int depth,
        @DefaultValue("500") int units,
        @DefaultValue("10s") Duration every) {

    BoardSettings settings() {
        return new BoardSettings(month, depth, units, every);
    }
}
