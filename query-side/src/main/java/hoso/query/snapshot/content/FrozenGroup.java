package hoso.query.snapshot.content;

/**
 * One group of a frozen report.
 *
 * @param name in Vietnamese; the key itself where it has no other
 */
public record FrozenGroup(String key, String name, FrozenFigures figures) {}
