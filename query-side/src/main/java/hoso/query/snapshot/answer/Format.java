package hoso.query.snapshot.answer;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.snapshot.document.CommaSeparated;
import hoso.query.snapshot.document.Spreadsheet;
import hoso.query.snapshot.document.TextDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form a snapshot is answered: the suffix of its id says so, or else the header {@code Accept}. */
enum Format {
    JSON("", MediaType.APPLICATION_JSON_VALUE),
    CSV(".csv", CommaSeparated.MEDIA_TYPE),
    XLSX(".xlsx", Spreadsheet.MEDIA_TYPE),
    DOCX(".docx", TextDocument.MEDIA_TYPE);

    private final String suffix;
    private final String type;

    Format(String suffix, String type) {
        this.suffix = suffix;
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
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
                .flatMap(type -> Stream.of(values()).filter(format -> type.isCompatibleWith(format.type())))
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
