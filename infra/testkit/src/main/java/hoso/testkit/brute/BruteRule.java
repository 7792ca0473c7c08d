package hoso.testkit.brute;

/** What the received event took from the procedure's version. */
record BruteRule(String field, BruteProcessing processing, boolean restarts, boolean feeRequired) {}
