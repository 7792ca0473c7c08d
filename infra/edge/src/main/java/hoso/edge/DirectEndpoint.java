package hoso.edge;

/**
 * An endpoint that is asked so often that finding it costs more than its work. Where a request for it is as plain as can
 * be, it is served ahead of the framework; any other request for it goes the long way, to a controller that answers by the
 * same means. It is given the {@link Caller}, and judges itself what that one may.
 */
public interface DirectEndpoint {

    /** The one path it is asked on, by {@code POST}. */
    String path();

    /** The media type it takes, without parameters. */
    String mediaType();

    /**
     * The answer with status 200, as JSON in UTF-8.
     *
     * @param body as long as the guard allows
     * @throws Problem where it is refused
     */
    byte[] answer(byte[] body, Caller caller);
}
