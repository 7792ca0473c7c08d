package hoso.event;

/** Data that does not fit the type of event it was given for: one of the refusals of shape. */
public final class UnfitData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code {@code malformed}, {@code unknown-type} or {@code unknown-property}
     */
    public UnfitData(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
