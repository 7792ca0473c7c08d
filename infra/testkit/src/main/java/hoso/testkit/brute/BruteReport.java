package hoso.testkit.brute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reports as of some accepted events: every dossier is looked at for every cell. */
final class BruteReport {
    private final BruteTree tree;
    private final List<BruteDossier> dossiers = new ArrayList<>();
    private final List<BrutePetition> petitions = new ArrayList<>();
    private final BruteProcedures procedures;

    BruteReport(List<BruteEvent> accepted) {
        tree = new BruteTree(accepted);
        procedures = new BruteProcedures(accepted);
        Map<String, List<BruteEvent>> bySubject = new LinkedHashMap<>();
        for (BruteEvent event : accepted) {
            bySubject
                    .computeIfAbsent(event.kind() + " " + event.subject(), subject -> new ArrayList<>())
                    .add(event);
        }
        for (List<BruteEvent> events : bySubject.values()) {
            switch (events.getFirst().kind()) {
                case "dossier" -> BruteLife.present(events).ifPresent(life -> dossiers.add(BruteDossier.of(life)));
                case "petition" -> petitions.add(BrutePetition.of(events));
                default -> {}
            }
        }
    }

    BruteTree tree() {
        return tree;
    }

    List<BruteDossier> dossiers() {
        return dossiers;
    }

    BruteAnswer report(BruteQuestion question) {
        LocalDate date = question.treeDate();
        SortedMap<String, SortedMap<String, Long>> groups = new TreeMap<>();
        SortedMap<String, String> names = new TreeMap<>();
        if (question.by().equals("unit")) {
            for (String child : tree.children(question.unit(), date)) {
                groups.put(child, ofUnits(tree.subtree(child, date), question.start(), question.end()));
                names.put(child, tree.name(child, date));
            }
            addUnlessEmpty(
                    groups,
                    question.unit(),
                    ofUnits(new TreeSet<>(List.of(question.unit())), question.start(), question.end()));
            if (groups.containsKey(question.unit())) {
                names.put(question.unit(), tree.name(question.unit(), date));
            }
        } else {
            keys(question).forEach(key -> addUnlessEmpty(groups, key, ofKey(question, key)));
        }
        return new BruteAnswer(
                tree.name(question.unit(), date),
                ofUnits(tree.subtree(question.unit(), date), question.start(), question.end()),
                groups,
                names);
    }

    SortedSet<String> behind(BruteQuestion question, String cell) {
        SortedSet<String> units = tree.subtree(question.unit(), question.treeDate());
        SortedSet<String> ids = new TreeSet<>();
        for (BruteDossier dossier : dossiers) {
            Long share = unprinted(dossier, question.start(), question.end()).get(cell);
            if (units.contains(dossier.unit()) && Objects.requireNonNull(share, cell) != 0) {
                ids.add(dossier.id());
            }
        }
        return ids;
    }

    /** Those that make the difference between the national portal's figures and the local ones. */
    SortedSet<String> seenOtherwise(BruteQuestion question) {
        SortedSet<String> units = tree.subtree(question.unit(), question.treeDate());
        SortedSet<String> ids = new TreeSet<>();
        for (BruteDossier dossier : dossiers) {
            if (units.contains(dossier.unit())
                    && !BrutePortal.seenAlike(unprinted(dossier, question.start(), question.end()))) {
                ids.add(dossier.id());
            }
        }
        return ids;
    }

    /** Open where the report ends, in no pause that counts, and due by the end of the last of those days. */
    SortedSet<String> dueWithin(BruteQuestion question, int days) {
        SortedSet<String> units = tree.subtree(question.unit(), question.treeDate());
        Instant end = question.end();
        Instant horizon =
                BruteJson.startOf(BruteJson.localDate(end.minusNanos(1)).plusDays(days + 1L));
        SortedSet<String> ids = new TreeSet<>();
        for (BruteDossier dossier : dossiers) {
            if (units.contains(dossier.unit())
                    && dossier.openAt(end)
                    && !dossier.pausedAt(end)
                    && !dossier.dueAt().isBefore(end)
                    && dossier.dueAt().isBefore(horizon)) {
                ids.add(dossier.id());
            }
        }
        return ids;
    }

    SortedMap<String, Long> byUnit(BruteQuestion question, Collection<String> ids) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String child : tree.children(question.unit(), question.treeDate())) {
            SortedSet<String> below = tree.subtree(child, question.treeDate());
            counts.put(child, owned(below, ids));
        }
        long own = owned(new TreeSet<>(List.of(question.unit())), ids);
        if (own > 0) {
            counts.put(question.unit(), own);
        }
        return counts;
    }

    private long owned(SortedSet<String> units, Collection<String> ids) {
        return dossiers.stream()
                .filter(dossier -> ids.contains(dossier.id()) && units.contains(dossier.unit()))
                .count();
    }

    /** Of the dossiers in scope, those for which the portal says otherwise for that cause. */
    SortedSet<String> mismatched(BruteQuestion question, String cause) {
        SortedSet<String> units = tree.subtree(question.unit(), question.treeDate());
        SortedSet<String> ids = new TreeSet<>();
        for (BruteDossier dossier : dossiers) {
            if (units.contains(dossier.unit())
                    && BruteMismatch.inScope(dossier, question.start(), question.end())
                    && BruteMismatch.causes(dossier, question.end()).contains(cause)) {
                ids.add(dossier.id());
            }
        }
        return ids;
    }

    /** The late dossiers of whose apology that is to be said. */
    SortedSet<String> apologies(BruteQuestion question, String matter) {
        SortedSet<String> units = tree.subtree(question.unit(), question.treeDate());
        SortedSet<String> ids = new TreeSet<>();
        for (BruteDossier dossier : dossiers) {
            if (units.contains(dossier.unit())
                    && matter.equals(BruteApology.matter(dossier, question.start(), question.end()))) {
                ids.add(dossier.id());
            }
        }
        return ids;
    }

    /** What each criterion of the scoreboard counts. */
    SortedMap<String, List<Long>> scoreboard(BruteQuestion question) {
        SortedSet<String> units = tree.subtree(question.unit(), question.treeDate());
        SortedMap<String, Long> cells = ofUnits(units, question.start(), question.end());
        SortedMap<String, SortedMap<String, Long>> byProcedure = new TreeMap<>();
        for (BruteDossier dossier : dossiers) {
            if (units.contains(dossier.unit())) {
                unprinted(dossier, question.start(), question.end()).forEach((cell, value) -> {
                    byProcedure
                            .computeIfAbsent(dossier.procedure(), absent -> new TreeMap<>())
                            .merge(cell, value, Long::sum);
                    if (cell.startsWith("portal.") || cell.startsWith("digitizedThroughout.")) {
                        cells.merge(cell, value, Long::sum);
                    }
                });
            }
        }
        for (String none : List.of("portal.ended.inTime", "portal.pending.notDue", "portal.inScope")) {
            cells.putIfAbsent(none, 0L);
        }
        cells.putIfAbsent("digitizedThroughout.resolved", 0L);
        rated(cells, units, question);
        boolean top = tree.parent(question.unit(), question.treeDate()) == null;
        return BruteScoreboard.of(cells, byProcedure, top ? procedures.inForce(question.to()) : null);
    }

    private void rated(SortedMap<String, Long> cells, SortedSet<String> units, BruteQuestion question) {
        List<BrutePetition> rated = petitions.stream()
                .filter(petition -> units.contains(petition.unit()) && petition.satisfied() != null)
                .filter(petition -> !petition.receivedAt().isBefore(question.start())
                        && petition.receivedAt().isBefore(question.end()))
                .toList();
        cells.put("petitions.rated", (long) rated.size());
        cells.put(
                "petitions.satisfied",
                rated.stream()
                        .filter(petition -> Boolean.TRUE.equals(petition.satisfied()))
                        .count());
    }

    /** The cells of a dossier, and those that no report prints. */
    private static SortedMap<String, Long> unprinted(BruteDossier dossier, Instant from, Instant to) {
        SortedMap<String, Long> cells = BruteCells.ofDossier(dossier, from, to);
        BrutePortal.add(cells, dossier, from, to);
        return cells;
    }

    /** Every cell of the dossiers and petitions that these units own. */
    SortedMap<String, Long> ofUnits(SortedSet<String> units, Instant from, Instant to) {
        SortedMap<String, Long> sum = sum(dossier -> units.contains(dossier.unit()), from, to);
        sum.putAll(petitions(units, from, to));
        return sum;
    }

    private SortedMap<String, Long> ofKey(BruteQuestion question, String key) {
        LocalDate date = question.treeDate();
        SortedSet<String> units = tree.subtree(question.unit(), date);
        if (question.by().equals("level")) {
            units.removeIf(unit -> !tree.level(unit, date).equals(key));
            return ofUnits(units, question.start(), question.end());
        }
        return sum(
                dossier -> units.contains(dossier.unit())
                        && key(dossier, question.by()).equals(key),
                question.start(),
                question.end());
    }

    private SortedSet<String> keys(BruteQuestion question) {
        SortedSet<String> keys = new TreeSet<>();
        if (question.by().equals("level")) {
            tree.units().forEach(unit -> keys.add(tree.level(unit, question.treeDate())));
        } else {
            dossiers.forEach(dossier -> keys.add(key(dossier, question.by())));
        }
        return keys;
    }

    private static String key(BruteDossier dossier, String by) {
        return switch (by) {
            case "field" -> dossier.field();
            case "procedure" -> dossier.procedure();
            case "channel" -> dossier.channel();
            default -> throw new IllegalArgumentException("by=" + by);
        };
    }

    private static void addUnlessEmpty(
            SortedMap<String, SortedMap<String, Long>> groups, String key, SortedMap<String, Long> cells) {
        if (cells.values().stream().anyMatch(value -> value != 0)) {
            groups.put(key, cells);
        }
    }

    private SortedMap<String, Long> sum(Predicate<BruteDossier> counted, Instant from, Instant to) {
        SortedMap<String, Long> sum = BruteCellNames.noDossiers();
        for (BruteDossier dossier : dossiers) {
            if (counted.test(dossier)) {
                BruteCells.ofDossier(dossier, from, to).forEach((cell, value) -> sum.merge(cell, value, Long::sum));
            }
        }
        return sum;
    }

    private SortedMap<String, Long> petitions(SortedSet<String> units, Instant from, Instant to) {
        SortedMap<String, Long> sum = BruteCellNames.noPetitions();
        for (BrutePetition petition : petitions) {
            if (units.contains(petition.unit())) {
                BruteCells.ofPetition(petition, from, to).forEach((cell, value) -> sum.merge(cell, value, Long::sum));
            }
        }
        return sum;
    }
}
