package hoso.event;

/**
 * What a publisher sent.
 *
 * @param type the CloudEvents type
 * @param data canonical JSON of the data, free text left out at every depth
 * @param content tells a repeat from another event with the same key
 */
public record Statement(String type, String data, ContentHash content) {}
