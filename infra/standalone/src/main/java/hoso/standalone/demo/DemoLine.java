package hoso.standalone.demo;

import java.time.Instant;

/**
 * One event of the demo.
 *
 * @param publishedAt when its publisher sent it, to the second: never before the line above it
 * @param json a CloudEvent, UTF-8, without a line end
 */
public record DemoLine(Instant publishedAt, byte[] json) {}
