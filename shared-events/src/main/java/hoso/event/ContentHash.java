package hoso.event;

/** 128 bits of SHA-256 over the content of an event without free text: tells a repeat from another event. */
public record ContentHash(long high, long low) {}
