package hoso.command.store;

import hoso.event.Stream;

/** An event's place in its stream. */
public record InStream(Stream stream, int sequence) {}
