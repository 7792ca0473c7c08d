package hoso.event;

/**
 * What names a published event within its subject (CloudEvents 1.0: {@code source} and {@code id}).
 *
 * @param source URI reference of the publishing system, at most 256 characters
 * @param id 1–128 characters, unique within source and subject
 */
public record EventKey(String source, String id) {}
