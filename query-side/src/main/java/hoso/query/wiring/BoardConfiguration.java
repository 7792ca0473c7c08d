package hoso.query.wiring;

import hoso.query.board.BoardClock;
import hoso.query.board.BoardSettings;
import hoso.query.board.Boards;
import hoso.query.board.kept.BoardKeeper;
import hoso.query.books.BookReader;
import hoso.query.books.SqlPostingReader;
import hoso.query.question.KnownReference;
import hoso.query.question.Positions;
import hoso.query.report.dossiers.Candidates;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What boards show, for whoever scrapes it and for whoever asks by SQL. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BoardProperties.class)
class BoardConfiguration {

    @Bean
    BoardClock boardClock(InstantSource clock, BoardProperties properties) {
        var boards = new BoardClock(clock);
        if (properties.at() != null) boards.standAt(properties.at(), properties.asOf());
        return boards;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    BoardKeeper boardKeeper(
            BoardProperties properties,
            BoardClock clock,
            BookReader books,
            KnownReference reference,
            Candidates candidates,
            Positions positions,
            BooksDatabase database,
            BoardMetrics metrics) {
        BoardSettings settings = properties.settings();
        return new BoardKeeper(
                new Boards(books, reference, candidates, settings),
                clock,
                positions,
                new SqlPostingReader(database.projecting()),
                database.writing("boards"),
                metrics,
                settings.every());
    }

    @Bean
    BoardMetrics boardMetrics() {
        return new BoardMetrics(System::nanoTime);
    }
}
