package hoso.command.judgement;

import java.util.Map;

/** Ends a judgement from within its steps; becomes the value {@link Judgement.Refused} before it leaves the decider. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Judgement.Refused refused;

    public Refusal(RefusalCode code, String detail) {
        this(code, detail, Map.of());
    }

    public Refusal(RefusalCode code, String detail, Map<String, Object> facts) {
        super(detail, null, false, false);
        this.refused = new Judgement.Refused(code, detail, facts);
    }

    public Judgement.Refused refused() {
        return refused;
    }
}
