package hoso.event;

/**
 * What names a published event within its subject (CloudEvents 1.0: {@code source} and {@code id}).
 *
 * @param source URI reference of the publishing system, at most {@link #SOURCE_MAX} characters
 * @param id 1 to {@link #ID_MAX} characters, unique within source and subject
 */
public record EventKey(String source, String id) {

    public static final int SOURCE_MAX = 256;
    public static final int ID_MAX = 128;
}
