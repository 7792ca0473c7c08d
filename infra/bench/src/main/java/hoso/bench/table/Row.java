package hoso.bench.table;

/**
 * One row.
 *
 * @param floor what must be met
 * @param aim where it should be
 * @param note what else was seen, as how it compares with the probe
 */
public record Row(String name, Measure measure, double floor, double aim, double reached, String note) {

    double ratio() {
        return measure.ratio(reached, floor);
    }
}
