package hoso.query.snapshot.answer;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form a snapshot is answered: the suffix of its id says so, or else the header {@code Accept}. */
enum Format {
    JSON("", MediaType.APPLICATION_JSON),
    CSV(".csv", MediaType.parseMediaType("text/csv;charset=UTF-8")),
    XLSX(
            ".xlsx",
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    DOCX(
            ".docx",
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));

    private final String suffix;
    private final MediaType type;

    Format(String suffix, MediaType type) {
        this.suffix = suffix;
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    String suffix() {
        return suffix;
    }

    /** The one that a name ends with; JSON has no suffix. */
    static Optional<Format> ofSuffix(String name) {
        return Stream.of(values())
                .filter(format -> format != JSON && name.endsWith(format.suffix))
                .findFirst();
    }

    /**
     * The one that is liked best; of those liked alike the first.
     *
     * @param accept the header as it came; null where there was none
     * @throws Problem {@code not-acceptable}
     */
    static Format accepted(@Nullable String accept) {
        return parsed(accept).stream()
                .filter(type -> type.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(type -> Stream.of(values()).filter(format -> type.isCompatibleWith(format.type)))
                .findFirst()
                .orElseThrow(Format::none);
    }

    private static List<MediaType> parsed(@Nullable String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            return types.isEmpty() ? List.of(MediaType.ALL) : types;
        } catch (InvalidMediaTypeException unreadable) {
            throw none();
        }
    }

    private static Problem none() {
        return Problem.of(
                ProblemCode.NOT_ACCEPTABLE, "a snapshot is answered as JSON, or as a document .docx, .xlsx or .csv");
    }
}
