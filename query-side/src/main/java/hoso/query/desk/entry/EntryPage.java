package hoso.query.desk.entry;

import hoso.query.desk.ask.Question;
import hoso.query.desk.dossier.AccountPart;
import hoso.query.desk.dossier.EventLine;
import hoso.query.desk.dossier.FactValues;
import hoso.query.desk.frame.ProblemPages;
import java.util.List;
import java.util.Optional;

/**
 * What is entered about a fact of a dossier.
 *
 * @param fact as it stood when the form was drawn
 * @param base the position of the ledger by then
 * @param form of the fact, where it is corrected
 * @param drawn when the form was drawn
 * @param refused why what was entered is not taken; empty where it was not refused
 */
public record EntryPage(
        String id,
        Kind kind,
        EventLine fact,
        long base,
        Optional<FactForm> form,
        Question entered,
        String drawn,
        Optional<ProblemPages.Shown> refused) {

    static final String DRAWN = "khi";
    static final String POSITION = "vi-tri";
    static final String BASE = "den";
    static final String STEP = "buoc";

    /** The step that sends what was looked at. */
    static final String SEND = "gui";

    /** The step back to the form. */
    static final String BACK = "sua";

    /** What is done about it. */
    public enum Kind {
        CORRECT("dinh-chinh", "hoso.dossier.corrected.v1"),
        VOID("huy", "hoso.dossier.voided.v1"),
        RULE("ket-luan", "hoso.dossier.dispute-ruled.v1");

        private final String code;
        private final String type;

        Kind(String code, String type) {
            this.code = code;
            this.type = type;
        }

        /** As it stands in an address. */
        public String code() {
            return code;
        }

        String type() {
            return type;
        }

        static Optional<Kind> of(String code) {
            return List.of(values()).stream()
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }
    }

    /** The form once more, with what was entered. */
    EntryPage filled(Optional<ProblemPages.Shown> problem) {
        Optional<FactForm> filled = form.map(empty -> empty.entered(entered));
        return new EntryPage(id, kind, fact, base, filled, entered, drawn, problem);
    }

    public String at() {
        return "/nhap/" + id + "/" + kind.code();
    }

    public String dossier() {
        return "/ho-so/" + id;
    }

    /** Whether the dossier's life would end with its receipt. */
    public boolean endsLife() {
        return kind == Kind.VOID && fact.isReceipt();
    }

    /**
     * What was entered, and what it would do, before it is sent.
     *
     * @param changes what would differ of the fact
     * @param before the account as it is; empty where there is none
     * @param after the account as it would be; empty where the clock would not be touched, or would be no more
     */
    public record Look(
            EntryPage page,
            List<FactValues.Change> changes,
            Optional<AccountPart> before,
            Optional<AccountPart> after) {}
}
