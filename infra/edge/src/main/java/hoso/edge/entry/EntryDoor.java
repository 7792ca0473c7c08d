package hoso.edge.entry;

import hoso.edge.Caller;

/** What the command side is asked for by people at the desk: as over HTTP, with the same rights, answers and problems. */
public interface EntryDoor {

    /**
     * {@code POST /api/v1/events}, one event.
     *
     * @param event a CloudEvent in its JSON format
     * @return the answer with status 200, as JSON
     * @throws hoso.edge.Problem where it is refused
     */
    byte[] publish(byte[] event, Caller caller);

    /**
     * {@code GET /api/v1/calendars/{year}/affected}.
     *
     * @return the answer, to be written as JSON
     * @throws hoso.edge.Problem where it is refused
     */
    Object affected(String year, Caller caller);

    /**
     * {@code POST /api/v1/calendars/{year}/affected}.
     *
     * @param calendar its body
     * @return the answer, to be written as JSON
     * @throws hoso.edge.Problem where it is refused
     */
    Object supposed(String year, byte[] calendar, Caller caller);

    /**
     * {@code POST /api/v1/calendars/{year}/redecide}.
     *
     * @param order its body
     * @return the answer, to be written as JSON
     * @throws hoso.edge.Problem where it is refused
     */
    Object redecide(String year, byte[] order, Caller caller);
}
