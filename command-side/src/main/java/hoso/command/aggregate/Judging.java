package hoso.command.aggregate;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.Submission;
import hoso.command.reference.ReferenceBook;
import hoso.command.store.EventStore;
import hoso.command.store.InStream;
import hoso.command.store.OutOfSequence;
import hoso.command.store.SaltedText;
import hoso.command.store.StaleReference;
import hoso.command.store.StoreUnavailable;
import hoso.event.Stream;
import hoso.vocabulary.VietnamTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** Sends submissions on their one way: decided, durable, answered. */
public final class Judging {

    /**
     * Submissions in one unit of work: Axon copies what is staged at each load, so that large units slow down by the
     * square; small ones pay a commit each. Half of the 256 lines that a stream may be ahead of its commits.
     */
    public static final int CHUNK_MAX = 128;

    /** What others commit can send back what was decided before it; so many times in a row, nothing else gets on. */
    private static final int DECIDED_ANEW_MAX = 20;

    /**
     * A submission and the free texts that are stored beside it.
     *
     * @param texts by their path in the data
     */
    public record Item(Submission submission, Map<String, SaltedText> texts) {}

    private final CommandBus commands;
    private final EventStore store;
    private final ReferenceBook references;
    private final Clock clock;
    private volatile FirstOfTenure first = tenure -> {};

    public Judging(CommandBus commands, EventStore store, ReferenceBook references, Clock clock) {
        this.commands = commands;
        this.store = store;
        this.references = references;
        this.clock = clock;
    }

    /** What is to be published before anything else is judged, each time this instance becomes the writer. */
    @FunctionalInterface
    public interface FirstOfTenure {
        void before(long tenure);
    }

    public void first(FirstOfTenure first) {
        this.first = first;
    }

    /**
     * Judges up to {@link #CHUNK_MAX} submissions, one after another; what is accepted is durable when this returns.
     *
     * @return a verdict for each
     * @throws StoreUnavailable where the store cannot serve now; nothing of it was then answered
     */
    public List<Verdict> judge(List<Item> items) {
        for (int attempt = 1; ; attempt++) {
            try {
                long tenure = store.tenure();
                first.before(tenure);
                return answered(items, decided(items), tenure);
            } catch (StaleReference | OutOfSequence overtaken) {
                if (attempt == DECIDED_ANEW_MAX)
                    throw new StoreUnavailable("overtaken " + attempt + " times while this was decided", overtaken);
            }
        }
    }

    private List<JudgeChunk.Judged> decided(List<Item> items) {
        if (!store.writing()) throw store.notWriting();
        LocalDate today = VietnamTime.date(clock.instant());
        var chunk = new JudgeChunk(items, references.on(today));
        var outcome = new Outcome();
        commands.dispatch(GenericCommandMessage.asCommandMessage(chunk), outcome);
        return outcome.judged();
    }

    /** A refusal, too, holds only where this instance still was the writer after it was judged. */
    private List<Verdict> answered(List<Item> items, List<JudgeChunk.Judged> judged, long tenure) {
        boolean appended = judged.stream().anyMatch(one -> one.judgement() instanceof Judgement.Accepted);
        if (!appended) store.confirmFence(tenure);
        Map<InStream, Long> repeated = store.positionsOf(repeated(items, judged));
        List<Verdict> verdicts = new ArrayList<>(judged.size());
        for (int index = 0; index < judged.size(); index++)
            verdicts.add(verdict(stream(items.get(index)), judged.get(index), repeated));
        return verdicts;
    }

    /** What the store has to be asked about; a repeat within the chunk is at the place of the one it repeats. */
    private static List<InStream> repeated(List<Item> items, List<JudgeChunk.Judged> judged) {
        List<InStream> repeated = new ArrayList<>();
        for (int index = 0; index < judged.size(); index++)
            if (judged.get(index).judgement() instanceof Judgement.Duplicate duplicate
                    && judged.get(index).placed().position() == 0)
                repeated.add(new InStream(stream(items.get(index)), duplicate.sequence()));
        return repeated;
    }

    private static Verdict verdict(Stream stream, JudgeChunk.Judged judged, Map<InStream, Long> repeated) {
        long placed = judged.placed().position();
        return switch (judged.judgement()) {
            case Judgement.Accepted accepted -> new Verdict.Accepted(placed);
            case Judgement.Duplicate duplicate ->
                new Verdict.Duplicate(
                        placed > 0
                                ? placed
                                : Objects.requireNonNull(repeated.get(new InStream(stream, duplicate.sequence()))));
            case Judgement.Refused refused -> new Verdict.Refused(refused);
        };
    }

    private static Stream stream(Item item) {
        return item.submission().publication().stream();
    }

    /** What came back from the bus, whose dispatching runs in this thread. */
    private static final class Outcome implements CommandCallback<JudgeChunk, List<JudgeChunk.Judged>> {

        private @Nullable CommandResultMessage<? extends List<JudgeChunk.Judged>> result;

        @Override
        public void onResult(
                CommandMessage<? extends JudgeChunk> command,
                CommandResultMessage<? extends List<JudgeChunk.Judged>> result) {
            this.result = result;
        }

        List<JudgeChunk.Judged> judged() {
            if (result == null) throw new IllegalStateException("the command bus gave no result");
            if (!result.isExceptional()) return result.getPayload();
            Throwable failed = result.exceptionResult();
            if (failed instanceof RuntimeException unchecked) throw unchecked;
            throw new IllegalStateException("a chunk failed", failed);
        }
    }
}
