package hoso.command.intake.kafka.publisher;

import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.vocabulary.UnitRights;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who publishes over Kafka ({@code hoso.publishers.<name>.*}).
 *
 * @param publishers by name
 */
@ConfigurationProperties("hoso")
public record PublisherProperties(@DefaultValue Map<String, Rights> publishers) {

    /** What a topic may carry. The scope {@code admin} is no topic's: see {@link #scopes}. */
    private static final Set<Scope> GRANTABLE =
            new TreeSet<>(Set.of(Scope.EVENTS_PUBLISH, Scope.EVENTS_CORRECT, Scope.REFERENCE_PUBLISH));

    /**
     * @param sources CloudEvents sources it may use, {@code *} for all
     * @param units whose subtrees it may publish for, {@code *} for all
     * @param scopes by their names in the contract; corrections are to be granted expressly
     */
    public record Rights(
            @DefaultValue List<String> sources,
            @DefaultValue List<String> units,
            @DefaultValue("events:publish") List<String> scopes) {}

    /**
     * All of them.
     *
     * @throws UnfitPublisher with one line for the operator
     */
    public List<Publisher> all() {
        TopicNames.check(publishers.keySet());
        return new TreeMap<>(publishers)
                .entrySet().stream()
                        .map(entry -> publisher(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private static Publisher publisher(String name, Rights rights) {
        rights.sources().forEach(source -> {
            if (source.isBlank()) throw new UnfitPublisher(name, "a source is blank");
        });
        rights.units().forEach(unit -> {
            if (!unit.equals("*") && !TopicNames.isCode(unit))
                throw new UnfitPublisher(name, "'" + unit + "' is no code of a unit");
        });
        return new Publisher(new Caller(
                name,
                scopes(name, rights.scopes()),
                new LinkedHashSet<>(rights.sources()),
                new UnitRights(new LinkedHashSet<>(rights.units()))));
    }

    /**
     * {@code admin} would put the erasing of texts behind a password that never ends and names no person; whoever erases
     * does so over HTTP, with a token that does. Scopes of reading mean nothing on a topic: a mistake, not a wish.
     */
    private static Set<Scope> scopes(String name, List<String> codes) {
        return codes.stream()
                .map(code -> Scope.of(code)
                        .filter(GRANTABLE::contains)
                        .orElseThrow(() -> new UnfitPublisher(
                                name,
                                "'" + code + "' is no scope for a topic: "
                                        + GRANTABLE.stream().map(Scope::code).collect(Collectors.joining(", "))
                                        + " are")))
                .collect(Collectors.toSet());
    }
}
