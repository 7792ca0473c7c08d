package hoso.query.books.projection;

/**
 * How far a rebuild is.
 *
 * @param done events taken in
 * @param total events there are
 * @param eventsPerSecond since it began
 * @param outcome of the last one; empty while one runs, or where none was
 */
public record RebuildProgress(boolean running, long done, long total, long eventsPerSecond, String outcome) {

    static final RebuildProgress NONE = new RebuildProgress(false, 0, 0, 0, "");

    public long secondsLeft() {
        return running && eventsPerSecond > 0 ? (total - done) / eventsPerSecond : 0;
    }

    RebuildProgress ended(String outcome) {
        return new RebuildProgress(false, done, total, eventsPerSecond, outcome);
    }
}
