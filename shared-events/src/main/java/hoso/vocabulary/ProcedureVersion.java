package hoso.vocabulary;

/** A procedure (thủ tục hành chính) as one version of it was published. */
public record ProcedureVersion(
        String code,
        String name,
        String field,
        OnlineLevel onlineLevel,
        Processing processing,
        SupplementRule supplement,
        boolean feeRequired,
        boolean electronicCopy) {}
