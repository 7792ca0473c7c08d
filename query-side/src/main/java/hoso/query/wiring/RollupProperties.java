package hoso.query.wiring;

import hoso.edge.Misconfigured;
import hoso.event.wire.PublishedHeaders;
import hoso.query.rollup.Rollup;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a query side that is fed by Kafka takes in ({@code hoso.rollup.*}).
 *
 * @param origins names of the stores, as they publish them; what others publish lands and is left out
 * @param topics that they publish to
 * @param root a unit above all origins; without it each is asked for by itself
 */
@ConfigurationProperties("hoso.rollup")
record RollupProperties(
        @DefaultValue List<String> origins,
        @DefaultValue("hoso.events") List<String> topics,
        @Nullable Root root) {

    /**
     * @param name as reports show it; the code where it has none
     */
    record Root(String code, @Nullable String name) {}

    /** @throws Misconfigured with one line that says what is wrong */
    Rollup rollup() {
        if (origins.isEmpty()) throw new Misconfigured("hoso.feed=kafka needs hoso.rollup.origins");
        for (String origin : origins) requireCode("hoso.rollup.origins", origin);
        if (new HashSet<>(origins).size() < origins.size())
            throw new Misconfigured("hoso.rollup.origins names an origin twice");
        if (root == null) return new Rollup(origins, null);
        requireCode("hoso.rollup.root.code", root.code());
        return new Rollup(origins, new Rollup.Root(root.code(), root.name() == null ? root.code() : root.name()));
    }

    private static void requireCode(String property, @Nullable String code) {
        if (code == null || !PublishedHeaders.isOrigin(code))
            throw new Misconfigured(property + " is no code: " + code);
    }
}
