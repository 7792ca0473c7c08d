package hoso.query.report.dossiers;

import hoso.edge.Parameters;
import hoso.event.history.DossierHistory;
import hoso.query.books.BookReader.Dimension;
import hoso.query.question.Names;
import hoso.query.report.Scene;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The dossiers of one group of a report, or of its total.
 *
 * @param units the owning units they have
 * @param dimension what else they are kept apart by
 * @param key what they have there; empty where all of the units are meant
 */
record Members(Set<String> units, Dimension dimension, Optional<String> key) {

    /**
     * @param key of the grouping that the scene's question asks for; empty for the total
     */
    static Members of(Scene scene, Optional<String> key) {
        if (key.isEmpty()) return ofUnits(scene.units());
        return switch (scene.question().by()) {
            case UNIT -> ofUnits(shown(scene, Names.one(ofScene(scene, key.get()), "a unit", key.get())));
            case LEVEL -> ofUnits(ofLevel(scene, key.get()));
            case FIELD -> new Members(scene.units(), Dimension.FIELD, key);
            case PROCEDURE -> new Members(scene.units(), Dimension.PROCEDURE, key);
            case CHANNEL -> new Members(scene.units(), Dimension.CHANNEL, key);
        };
    }

    /** Whether a dossier that one of the units owns is in the group. */
    boolean holds(DossierHistory dossier) {
        return key.map(only -> only.equals(keyOf(dossier))).orElse(true);
    }

    private String keyOf(DossierHistory dossier) {
        return switch (dimension) {
            case OWNING_UNIT -> dossier.received().unit();
            case FIELD -> dossier.terms().field();
            case PROCEDURE -> dossier.received().procedure();
            case CHANNEL -> dossier.received().channel().name();
        };
    }

    private static Members ofUnits(Set<String> units) {
        return new Members(units, Dimension.OWNING_UNIT, Optional.empty());
    }

    /** Of the units of that name those of the subtree; any, where none is. */
    private static List<String> ofScene(Scene scene, String key) {
        List<String> named = scene.names().units(key);
        List<String> here = named.stream().filter(scene.units()::contains).toList();
        return here.isEmpty() ? named.subList(0, 1) : here;
    }

    /** The unit asked about by itself, or a direct child with all below it. */
    private static Set<String> shown(Scene scene, String key) {
        if (key.equals(scene.question().unit())) return Set.of(key);
        if (!scene.tree().children(scene.question().unit()).contains(key))
            throw Parameters.malformed("key is no group of the report: " + Parameters.shortened(key));
        return scene.tree().subtree(key);
    }

    private static Set<String> ofLevel(Scene scene, String key) {
        return scene.units().stream()
                .filter(unit -> scene.level(unit).equals(key))
                .collect(Collectors.toUnmodifiableSet());
    }
}
