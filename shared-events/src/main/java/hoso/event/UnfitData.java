package hoso.event;

import java.util.Objects;

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

    /** What does not fit, in one sentence. */
    public String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
