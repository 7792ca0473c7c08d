package hoso.house;

import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.world.RandomQuestions;
import hoso.testkit.world.RandomWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A house on a database of its own, and the brute-force judge, which is told the same and asked the same. */
final class JudgedHouse implements AutoCloseable {

    /** The national calendars, which the judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

    private final TestDatabase database = TestDatabase.fresh();
    private final RunningHouse house = RunningHouse.on(database);
    private final BruteHouse judge = new BruteHouse();

    /**
     * What both were told.
     *
     * @param verdicts of the judge, by how many lines
     * @param answer of the house
     */
    record Told(RandomWorld world, Map<String, Integer> verdicts, JsonNode answer) {}

    TestDatabase database() {
        return database;
    }

    RunningHouse house() {
        return house;
    }

    BruteHouse judge() {
        return judge;
    }

    /** Tells both of one more world. */
    Told tell(long seed, int dossiers) {
        RandomWorld world = RandomWorld.of(seed, dossiers);
        Instant now = Instant.now();
        Map<String, Integer> verdicts = new HashMap<>();
        world.lines().forEach(line -> verdicts.merge(judge.offer(line, now), 1, Integer::sum));
        return new Told(world, verdicts, house.publish(world.lines()));
    }

    /** Tells both of one more world, and makes questions about it. */
    List<BruteQuestion> questions(long seed, int dossiers, int questions) {
        return RandomQuestions.of(seed, tell(seed, dossiers).world(), judge, questions);
    }

    /** What the house answers to a question. */
    JsonNode get(String path, BruteQuestion question, Map<String, ?> more) {
        Map<String, Object> parameters = asOf(question.asOf());
        parameters.put("unit", question.unit());
        parameters.put("from", question.from());
        parameters.put("to", question.to());
        if (question.tree() != null) parameters.put("tree", question.tree());
        if (question.at() != null) parameters.put("at", question.at());
        parameters.putAll(more);
        return house.get(path, parameters);
    }

    /** All pages of a list. */
    List<JsonNode> pages(String path, BruteQuestion question, Map<String, ?> more) {
        List<JsonNode> pages = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>(more);
        do {
            pages.add(get(path, question, parameters));
            if (pages.getLast().has("next"))
                parameters.put("after", pages.getLast().get("next").asString());
        } while (pages.getLast().has("next"));
        return pages;
    }

    static List<JsonNode> dossiers(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> page.get("dossiers").valueStream())
                .toList();
    }

    /** The groups of an answer that counts nothing else by unit. */
    static Map<String, Long> countsByUnit(JsonNode answer) {
        Map<String, Long> counts = new HashMap<>();
        answer.get("groups")
                .forEach(group -> counts.put(
                        group.get("key").asString(), group.get("count").longValue()));
        return counts;
    }

    static List<String> ids(List<JsonNode> dossiers) {
        return dossiers.stream().map(dossier -> dossier.get("id").asString()).toList();
    }

    /** Parameters: as of a number of events that the judge has accepted, once all are seen. */
    Map<String, Object> asOf(long accepted) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("asOf", accepted + SHIPPED_EVENTS);
        parameters.put("minPosition", head());
        return parameters;
    }

    /** The position of the last event that was accepted. */
    long head() {
        return judge.position() + SHIPPED_EVENTS;
    }

    @Override
    public void close() {
        house.close();
        database.close();
    }
}
