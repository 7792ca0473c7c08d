package hoso.query.report.scoreboard;

import hoso.event.wire.Digests;
import hoso.query.canonical.Canonical;
import hoso.query.report.catalogue.Indicator;
import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import java.util.HexFormat;
import java.util.List;

/** The catalogue of indicators as data: all rates, and all criteria of the scoreboard. */
public record Catalogue(List<Indicator> indicators, ScoreboardCatalogue scoreboard) {

    /** So many bytes of a hash tell the catalogues of all times apart, and can still be read out. */
    private static final int VERSION_BYTES = 6;

    /** That in force. */
    public static final Catalogue CURRENT = of(Rates.all(), Criteria.all());

    /**
     * Of the catalogue in force, as hexadecimal digits. It follows from the entries: a new or another rate or criterion makes
     * another version, with nobody to raise it, and asks for no new books, as a new edition of the ledger's rules does.
     */
    public static final String VERSION = CURRENT.version();

    public Catalogue {
        indicators = List.copyOf(indicators);
    }

    static Catalogue of(List<Rate> rates, List<CriteriaGroup> criteria) {
        return new Catalogue(rates.stream().map(Indicator::of).toList(), ScoreboardCatalogue.of(criteria));
    }

    String version() {
        return HexFormat.of().formatHex(Digests.of(Canonical.bytes(this)), 0, VERSION_BYTES);
    }
}
