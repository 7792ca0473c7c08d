package hoso.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.command.dossier.DossierDecider;
import hoso.command.dossier.Timeline;
import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.judgement.Submission;
import hoso.command.petition.PetitionDecider;
import hoso.command.petition.PetitionTimeline;
import hoso.command.reference.NationalCalendars;
import hoso.event.AcceptedEvent;
import hoso.event.PetitionFact;
import hoso.event.Publication;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.books.BookReader;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Measure;
import hoso.vocabulary.UnitRights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The demo, decided and booked as the house does it, with nothing stored: what its books must answer. */
final class DecidedDemo implements BookReader {

    final ReferenceRegister register;
    /** By the unit that owns the dossier or petition. */
    private final Map<String, List<Contribution>> contributions;

    DecidedDemo(GroupedDemo demo) {
        register = register(demo);
        Reference reference = Reference.on(LocalDate.of(2026, 11, 20), 0, register);
        contributions = demo.lives.values().parallelStream()
                .map(life -> contribution(life, reference))
                .filter(contribution -> contribution.size() > 0)
                .collect(Collectors.groupingByConcurrent(DecidedDemo::owner));
    }

    private static ReferenceRegister register(GroupedDemo demo) {
        ReferenceRegister known = ReferenceRegister.EMPTY;
        for (String line : NationalCalendars.lines()) known = with(known, line.getBytes(UTF_8));
        for (List<byte[]> lines : demo.reference.values()) for (byte[] line : lines) known = with(known, line);
        return known;
    }

    private static ReferenceRegister with(ReferenceRegister known, byte[] line) {
        Publication published = GroupedDemo.read(line);
        return known.with(published.subject(), (ReferenceFact) published.fact());
    }

    private static Contribution contribution(List<byte[]> life, Reference reference) {
        List<Submission> told = life.stream()
                .map(line -> new Submission(GroupedDemo.read(line), "demo", UnitRights.ALL, Map.of()))
                .toList();
        if (told.getFirst().publication().fact() instanceof PetitionFact) {
            PetitionTimeline petition = PetitionTimeline.UNKNOWN;
            for (Submission one : told)
                petition = petition.with(accepted(PetitionDecider.decide(petition, one, reference)));
            return Contribution.of(petition.history());
        }
        Timeline dossier = Timeline.UNKNOWN;
        for (Submission one : told) dossier = dossier.with(accepted(DossierDecider.decide(dossier, one, reference)));
        return Contribution.of(dossier.history());
    }

    private static String owner(Contribution contribution) {
        return contribution.lines().getFirst().dimensions().unit();
    }

    private static AcceptedEvent accepted(Judgement judgement) {
        if (judgement instanceof Judgement.Accepted accepted) return accepted.event();
        throw new IllegalStateException("the demo is refused: " + judgement);
    }

    @Override
    public Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        long[] micros = cuts.stream()
                .mapToLong(cut -> ChronoUnit.MICROS.between(Instant.EPOCH, cut))
                .toArray();
        Map<String, long[][]> sums = new TreeMap<>();
        for (String unit : units)
            for (Contribution contribution : contributions.getOrDefault(unit, List.of()))
                contribution.each((dimensions, measure, at, amount) -> {
                    boolean petition = dimensions.procedure() == null;
                    if (petition && dimension != Dimension.OWNING_UNIT) return;
                    long[][] rows = sums.computeIfAbsent(
                            key(dimensions, dimension),
                            key -> new long[micros.length][Measure.all().size()]);
                    for (int cut = 0; cut < micros.length; cut++)
                        if (at < micros[cut]) rows[cut][measure.ordinal()] += amount;
                });
        return sums;
    }

    private static String key(Dimensions dimensions, Dimension dimension) {
        return switch (dimension) {
            case OWNING_UNIT -> dimensions.unit();
            case CHANNEL -> Objects.requireNonNull(dimensions.channel()).name();
            case FIELD -> Objects.requireNonNull(dimensions.field());
            case PROCEDURE -> Objects.requireNonNull(dimensions.procedure());
        };
    }
}
