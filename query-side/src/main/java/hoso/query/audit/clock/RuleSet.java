package hoso.query.audit.clock;

/** By whose rules a dossier is judged. */
public enum RuleSet {
    /** The law as the province applies it: what was decided and recorded. */
    LOCAL,
    /** The national portal's rule of its scoreboard ({@link hoso.query.ledger.PortalView}). */
    PORTAL
}
