package hoso.testkit.brute;

/** A clock step by the position of its fact; {@code brought} is the pause that a resume brings with {@code since}. */
record BruteStepKey(long position, boolean brought) {}
