package hoso.query.report.figure;

/**
 * One of the sums that a report must satisfy, and whether this one does.
 *
 * @param id 1–9, in the order in which the domain states them
 */
public record Identity(int id, boolean holds) {}
