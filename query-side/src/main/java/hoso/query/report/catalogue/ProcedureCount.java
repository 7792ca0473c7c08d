package hoso.query.report.catalogue;

import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.ProcedureVersion;

/** What procedures are counted by: how they were published, and what their dossiers come to in a report. */
public enum ProcedureCount {
    ALL("procedures.all") {
        @Override
        boolean counts(ProcedureVersion procedure, Figures dossiers) {
            return true;
        }
    },
    /** Offered online in full or in part. */
    ONLINE("procedures.online") {
        @Override
        boolean counts(ProcedureVersion procedure, Figures dossiers) {
            return procedure.onlineLevel() != OnlineLevel.INFO;
        }
    },
    /** Of those, with dossiers that came online in the period. */
    ONLINE_USED("procedures.onlineUsed") {
        @Override
        boolean counts(ProcedureVersion procedure, Figures dossiers) {
            return ONLINE.counts(procedure, dossiers) && dossiers.of(RECEIVED_ONLINE) > 0;
        }
    },
    WITH_FEE("procedures.withFee") {
        @Override
        boolean counts(ProcedureVersion procedure, Figures dossiers) {
            return procedure.feeRequired();
        }
    },
    /** Of those, with a dossier in scope that was paid for online. */
    FEE_PAID_ONLINE("procedures.feePaidOnline") {
        @Override
        boolean counts(ProcedureVersion procedure, Figures dossiers) {
            return procedure.feeRequired() && dossiers.of(PAID_ONLINE) > 0;
        }
    };

    /** What the names of all of them begin with. */
    static final String FAMILY = "procedures.";

    private static final Cell RECEIVED_ONLINE = Cells.cell("received.online");
    private static final Cell PAID_ONLINE = Cells.cell("tags.paidOnline.inScope");

    private final String quantity;

    ProcedureCount(String quantity) {
        this.quantity = quantity;
    }

    /** Its name beside those of cells. */
    public String quantity() {
        return quantity;
    }

    /** Its name among the counts of procedures alone, as {@code online}. */
    public String member() {
        return quantity.substring(FAMILY.length());
    }

    abstract boolean counts(ProcedureVersion procedure, Figures dossiers);
}
