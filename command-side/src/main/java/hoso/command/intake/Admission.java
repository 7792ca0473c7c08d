package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.judgement.Submission;
import hoso.command.store.SaltedText;
import hoso.edge.Caller;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.event.Amendment;
import hoso.event.DossierFact;
import hoso.event.Fact;
import hoso.event.Note;
import hoso.event.PetitionFact;
import hoso.event.Publication;
import hoso.event.ReferenceFact;
import hoso.event.UnfitData;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.StrictJson;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Judges what can be judged at the door, in the contract's order: size, shape, type, properties, the future, the right to
 * publish; and stamps what goes on inward.
 */
public final class Admission {

    /** Larger than any event of the contract can be with all its texts, small enough to hold 256 of them. */
    public static final int EVENT_BYTES_MAX = 64 * 1024;

    /** Clocks of publishers run ahead; what is further ahead is a mistake. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    public Admission(Clock clock) {
        this.clock = clock;
    }

    /** The present as the door stamps it; whoever makes an event of its own asks here. */
    public Instant now() {
        return clock.instant();
    }

    /** Admits the bytes of one event. */
    public Offer admit(long line, byte[] bytes, Caller caller) {
        if (bytes.length > EVENT_BYTES_MAX) return tooLarge(line);
        try {
            return admit(line, StrictJson.read(bytes), caller);
        } catch (UnfitData unfit) {
            return new Offer.Refused(line, null, ProblemCode.ofRefusal(unfit.code()), unfit.detail());
        }
    }

    /** Admits an event already read as JSON. */
    public Offer admit(long line, JsonNode event, Caller caller) {
        String id = CloudEventReader.idOf(event);
        try {
            Publication publication = CloudEventReader.read(event);
            checkFuture(publication);
            checkRight(publication, caller);
            return new Offer.Admitted(line, id, publication.stream().kind(), item(publication, caller));
        } catch (UnfitData unfit) {
            return new Offer.Refused(line, id, ProblemCode.ofRefusal(unfit.code()), unfit.detail());
        }
    }

    /** What became of one that is larger than {@link #EVENT_BYTES_MAX}; it need not have been read. */
    public static Offer tooLarge(long line) {
        return new Offer.Refused(
                line, null, ProblemCode.TOO_LARGE, "an event has at most " + EVENT_BYTES_MAX + " bytes");
    }

    private void checkFuture(Publication publication) {
        Instant latest = clock.instant().plus(AHEAD_MAX);
        checkFuture("time", publication.occurredAt(), latest);
        if (publication.fact() instanceof Amendment.Corrected corrected && corrected.time() != null)
            checkFuture("data.time", corrected.time(), latest);
    }

    private static void checkFuture(String what, Instant time, Instant latest) {
        if (time.isAfter(latest))
            throw new UnfitData("in-the-future", what + " " + time + " is more than 5 minutes ahead of this server");
    }

    private static void checkRight(Publication publication, Caller caller) {
        if (!caller.has(scopeFor(publication.fact())))
            throw new UnfitData(
                    "forbidden",
                    "this needs the scope " + scopeFor(publication.fact()).code());
        if (!caller.mayUse(publication.key().source()))
            throw new UnfitData("forbidden", "no right to publish from this source");
    }

    private static Scope scopeFor(Fact fact) {
        return switch (fact) {
            case ReferenceFact reference -> Scope.REFERENCE_PUBLISH;
            case PetitionFact petition -> Scope.EVENTS_PUBLISH;
            case Amendment amendment -> Scope.EVENTS_CORRECT;
            case Note.DisputeRuled ruled -> Scope.EVENTS_CORRECT;
            case Note.TextsErased erased -> Scope.ADMIN;
            case DossierFact other -> Scope.EVENTS_PUBLISH;
        };
    }

    private Judging.Item item(Publication publication, Caller caller) {
        if (publication.texts().isEmpty()) return item(publication, caller, Map.of(), Map.of());
        Map<String, SaltedText> texts = new HashMap<>();
        Map<String, String> hashes = new HashMap<>();
        publication.texts().forEach((path, text) -> {
            SaltedText salted = SaltedText.of(text, chance);
            texts.put(path, salted);
            hashes.put(path, salted.hash());
        });
        return item(publication, caller, texts, hashes);
    }

    private static Judging.Item item(
            Publication publication, Caller caller, Map<String, SaltedText> texts, Map<String, String> hashes) {
        return new Judging.Item(new Submission(publication, caller.subject(), caller.units(), hashes), texts);
    }
}
