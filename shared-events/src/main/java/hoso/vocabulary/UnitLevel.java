package hoso.vocabulary;

/** The level of a unit in the tree of public offices: tỉnh, sở, huyện, xã, bộ phận. */
public enum UnitLevel {
    PROVINCE,
    DEPARTMENT,
    DISTRICT,
    COMMUNE,
    DESK
}
