package hoso.query.wiring;

import hoso.event.Stream;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.ProjectorStatus;
import hoso.query.books.projection.RebuildProgress;
import hoso.query.books.slot.BookStates;
import hoso.query.books.state.Parked;
import hoso.query.books.state.ParkedTable;
import hoso.query.feed.EventLog;
import hoso.query.question.ParkedStream;
import hoso.query.question.ReadSide;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the projector and the live books tell of the read side. */
record BooksReadSide(
        Projector projector, ReferenceOfBooks reference, EventLog log, DataSource questions, InstantSource clock)
        implements ReadSide {

    @Override
    public Rebuild rebuild() {
        RebuildProgress progress = projector.status().rebuild();
        return new Rebuild(progress.running(), progress.done(), progress.total());
    }

    @Override
    public List<String> stopped() {
        List<String> stopped = new ArrayList<>();
        String reason = projector.status().reason();
        if (reason != null) stopped.add("the projector: " + reason);
        reference.sick().ifPresent(sick -> stopped.add("questions that need reference data: " + sick.getMessage()));
        stopped.addAll(log.troubles(clock.instant()));
        return stopped;
    }

    @Override
    public List<ParkedStream> parked(long position) {
        ProjectorStatus status = projector.status();
        // who writes the books knows without asking them; every report asks
        if (status.phase() == ProjectorStatus.Phase.PROJECTING && status.parked() == 0) return List.of();
        var sql = JdbcClient.create(questions);
        return new ParkedTable(sql, new BookStates(sql).live().slot())
                .read(position).stream().map(BooksReadSide::shown).toList();
    }

    private static ParkedStream shown(Parked parked) {
        return new ParkedStream(Stream.named(parked.stream()).subject(), parked.position(), parked.unit());
    }
}
