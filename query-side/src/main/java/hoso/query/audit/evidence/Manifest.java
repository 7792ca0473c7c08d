package hoso.query.audit.evidence;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bundle is about, and what its account is made with beside its events.
 *
 * @param format of the bundle, raised with every change of what is written, the README's words included: another one is not
 *     checked by this program
 * @param origin name of the store, as its head has it; empty where it has none
 * @param asOf the position in that store up to which it was asked; its events end there or before
 * @param asOfRecordedAt when that position was recorded
 * @param at the moment that an open dossier is judged at
 * @param madeAt when the bundle was made
 * @param unitNames what units and agencies are called, which nothing proves
 */
record Manifest(
        int format,
        String dossier,
        String origin,
        long asOf,
        Instant asOfRecordedAt,
        Instant at,
        Instant madeAt,
        SortedMap<String, String> unitNames) {

    static final int FORMAT = 1;

    Manifest {
        unitNames = new TreeMap<>(unitNames);
    }

    Manifest ofStore(String name) {
        return new Manifest(format, dossier, name, asOf, asOfRecordedAt, at, madeAt, unitNames);
    }
}
