package hoso.query.books;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.books.slot.BookState;
import hoso.query.ledger.Contribution;
import java.util.Map;

/** Whoever answers names the edition of the rules it was made with; books made by others must not be among them. */
public final class BookRules {

    private BookRules() {}

    /** @throws Problem {@code unavailable}, while the books are made anew by this program's rules */
    public static void requireOurs(BookState state) {
        if (state.edition() != Contribution.EDITION)
            throw Problem.of(ProblemCode.UNAVAILABLE, "the books are not yet those of this program's rules")
                    .with(Map.of("edition", Contribution.EDITION, "booksEdition", state.edition()));
    }
}
