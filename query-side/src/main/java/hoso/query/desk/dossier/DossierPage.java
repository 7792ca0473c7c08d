package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import java.util.List;
import java.util.Optional;

/**
 * A dossier as its page shows it.
 *
 * @param question what it is looked back from
 * @param dossier as it stands; empty where an event of it cannot be folded
 * @param account of its clock; empty where it has none, its receipt being voided or its events not to be folded
 * @param events every event, in the order of recording
 * @param entry whether something can be entered here
 */
public record DossierPage(
        String id,
        Question question,
        Optional<Answer> dossier,
        Optional<AccountPart> account,
        List<EventLine> events,
        boolean entry) {

    static final String PATH = "/ho-so";

    /** The dossier as it was known just before an event. */
    public String before(EventLine line) {
        return question.without("minPosition")
                .with("asOf", Long.toString(line.position() - 1))
                .at(PATH + "/" + id);
    }

    /** Whether there was anything to know of it before an event. */
    public boolean hasBefore(EventLine line) {
        return !events.isEmpty() && events.getFirst().position() < line.position();
    }

    public String now() {
        return PATH + "/" + id;
    }

    public String at(String below) {
        return question.at(PATH + "/" + id + below);
    }

    /** The facts that can be supposed to be otherwise. */
    public List<EventLine> supposable() {
        return events.stream().filter(EventLine::movesClock).toList();
    }

    public List<Answer> disputes() {
        return dossier.map(known -> known.list("disputes")).orElse(List.of());
    }
}
