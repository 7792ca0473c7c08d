package hoso.query.audit;

import hoso.event.ClockFact;
import hoso.event.OtherFact;
import hoso.event.Taken;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.audit.dispute.DisputeAnswer;
import hoso.query.audit.status.DossierStatus;
import hoso.query.ledger.Tag;
import hoso.query.question.Names;
import hoso.query.question.PositionAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dossier as it stands, member by member; what it has not is absent. */
final class DossierAnswer {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private DossierAnswer() {}

    /**
     * @param at the moment as of which it is overdue, or late, or not
     * @param disputes those about it, with what followed
     */
    static Map<String, Object> of(
            DossierDesk.Opened dossier, DossierLife life, Instant at, List<DisputeAnswer> disputes) {
        var answer = new DossierAnswer();
        DossierHistory history = life.history();
        Names names = dossier.names();
        answer.put("id", names.shownDossier(dossier.id()));
        answer.put("origin", names.origin(dossier.id()).orElse(null));
        answer.put("asOf", PositionAnswer.of(dossier.standpoint()));
        answer.put("at", at);
        answer.put("status", DossierStatus.of(history));
        answer.put("unit", life.owner() == null ? null : names.shownUnit(life.owner()));
        answer.put("events", history.events());
        if (history.alive()) answer.life(history, at);
        answer.put("disputes", disputes);
        return answer.members;
    }

    private void life(DossierHistory history, Instant at) {
        receipt(history.received(), history.terms());
        put("receivedAt", history.receivedAt());
        put("dueAt", history.dueAt());
        history.closing().ifPresent(closing -> {
            put("closedAt", closing.at());
            put("timeliness", history.standing().timeliness());
            put("outcome", ((ClockFact.Closing) closing.fact()).outcome());
        });
        put("overdue", history.overdueAt(at));
        put("late", history.lateAt(at));
        put("holder", holder(history.others()));
        put("tags", Tag.of(history).stream().map(DossierAnswer::name).toList());
    }

    /** What the receipt took from its procedure, and the due instant by it, to be compared with the one stated. */
    private void receipt(ClockFact.Received received, Taken taken) {
        put("procedure", received.procedure());
        put("procedureVersion", taken.version());
        put("field", taken.field());
        put("channel", received.channel());
        put("processing", taken.processing().kind());
        if (taken.processing().amount() > 0)
            put("processingAmount", taken.processing().amount());
        put("supplement", taken.supplement());
        put("feeRequired", taken.feeRequired());
        put("applicantRef", received.applicantRef());
        put("statedDueAt", received.dueAt());
        put("computedDueAt", taken.computedDueAt());
    }

    /** The agency that it was last forwarded to. */
    private static @Nullable String holder(List<OtherEntry> others) {
        return others.stream()
                .filter(entry -> entry.fact() instanceof OtherFact.Forwarded)
                .max(Comparator.comparing(OtherEntry::at).thenComparingInt(OtherEntry::sequence))
                .map(entry -> ((OtherFact.Forwarded) entry.fact()).holder())
                .orElse(null);
    }

    /** As reports name it: {@code paidOnline}. */
    private static String name(Tag tag) {
        String[] words = tag.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int word = 1; word < words.length; word++)
            name.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        return name.toString();
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) members.put(name, value);
    }
}
