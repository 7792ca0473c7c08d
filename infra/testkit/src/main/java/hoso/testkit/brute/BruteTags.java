package hoso.testkit.brute;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tags of a dossier, each once, whatever how often and when it was published. */
final class BruteTags {
    static final String[] ALL = {
        "digitized",
        "reused",
        "feeRequired",
        "paidOnline",
        "resultElectronic",
        "resultDigitized",
        "returnedByPost",
        "sameDay",
        "apologised",
        "promiseKept",
        "portalObserved",
        "portalSynced",
        "satisfied",
        "rated"
    };

    private BruteTags() {}

    static void add(BruteDossier dossier, boolean procedureHasFee) {
        SortedSet<String> tags = dossier.tags();
        tag(tags, "digitized", dossier.hasAny("dossier.components-digitized", data -> true));
        tag(tags, "reused", dossier.hasAny("dossier.data-reused", data -> true));
        boolean paid = dossier.hasAny("dossier.fee-paid", data -> true);
        boolean requested = dossier.hasAny("dossier.fee-requested", data -> true);
        tag(tags, "feeRequired", procedureHasFee || requested || paid);
        tag(tags, "paidOnline", dossier.hasAny("dossier.fee-paid", data -> says(data, "method", "ONLINE")));
        tag(tags, "resultElectronic", dossier.hasAny("dossier.result-issued", data -> yes(data, "electronic")));
        tag(tags, "resultDigitized", dossier.hasAny("dossier.result-digitized", data -> true));
        tag(tags, "returnedByPost", dossier.hasAny("dossier.result-returned", data -> says(data, "channel", "POSTAL")));
        tag(tags, "sameDay", dossier.closed() && closedOnTheDayOfReceipt(dossier));
        tag(tags, "portalObserved", dossier.hasAny("dossier.portal-status-observed", data -> true));
        tag(tags, "portalSynced", dossier.hasAny("dossier.portal-status-observed", data -> yes(data, "synced")));
        tag(tags, "rated", dossier.hasAny("dossier.satisfaction-rated", data -> true));
        BruteFact rating = dossier.last("dossier.satisfaction-rated", fact -> true);
        tag(tags, "satisfied", rating != null && yes(rating.data(), "satisfied"));
        boolean closedInTime = dossier.closed() && !"LATE".equals(dossier.timeliness());
        tag(tags, "apologised", dossier.hasAny("dossier.apology-issued", data -> true) && !closedInTime);
        tag(tags, "promiseKept", dossier.closed() && !closedInTime && kept(dossier));
    }

    private static void tag(SortedSet<String> tags, String tag, boolean holds) {
        if (holds) {
            tags.add(tag);
        }
    }

    private static boolean says(JsonNode data, String name, String value) {
        return data.get(name).stringValue().equals(value);
    }

    private static boolean yes(JsonNode data, String name) {
        return data.get(name).booleanValue();
    }

    private static boolean closedOnTheDayOfReceipt(BruteDossier dossier) {
        return BruteJson.localDate(dossier.closedAtOrThrow()).equals(BruteJson.localDate(dossier.receivedAt()));
    }

    /** The last apology not after the closing promises, if it names an instant; kept where the closing came by it. */
    private static boolean kept(BruteDossier dossier) {
        @Nullable
        BruteFact apology =
                dossier.last("dossier.apology-issued", fact -> !fact.time().isAfter(dossier.closedAtOrThrow()));
        return apology != null
                && apology.data().has("promisedAt")
                && !dossier.closedAtOrThrow()
                        .isAfter(BruteJson.instant(apology.data().get("promisedAt")));
    }
}
