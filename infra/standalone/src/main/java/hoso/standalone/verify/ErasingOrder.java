package hoso.standalone.verify;

/** How an order to erase the texts of a dossier is told among stored events without reading them. */
public final class ErasingOrder {

    /** Stands in its bytes, and in no other's: no string within an event has a quotation mark by itself. */
    public static final String MARK = "\"type\":\"hoso.dossier.texts-erased.";

    /** A condition on a row of {@code store.event}. */
    public static final String IS_ONE = "rest LIKE '%" + MARK + "%'::bytea";

    private ErasingOrder() {}
}
