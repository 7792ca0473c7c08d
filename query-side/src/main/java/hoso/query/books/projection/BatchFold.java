package hoso.query.books.projection;

import hoso.event.Stream;
import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import hoso.query.books.state.ChangedDossier;
import hoso.query.books.state.ChangedPetition;
import hoso.query.books.state.DossierTable.KnownDossier;
import hoso.query.books.state.Parked;
import hoso.query.feed.Batch;
import hoso.query.feed.FedEvent;
import hoso.query.ledger.Posting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch makes of the books, worked out in memory, streams beside each other. */
final class BatchFold {

    private final long first;
    private final Posting[] postings;
    private final Collection<StreamEvents> streams;
    private final List<ChangedDossier> dossiers = new ArrayList<>();
    private final List<ChangedPetition> petitions = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();

    /**
     * @param parkedBefore names of streams that are left out
     */
    BatchFold(Batch batch, Set<String> parkedBefore) {
        this.first = batch.events().getFirst().position();
        this.postings = new Posting[batch.events().size()];
        Arrays.fill(postings, Posting.NOTHING);
        Map<String, StreamEvents> all = StreamEvents.of(batch.events());
        all.keySet().removeAll(parkedBefore);
        this.streams = all.values();
    }

    /** Ids of what may have a state from before. */
    List<String> begunBefore(Stream.Kind kind) {
        return streams.stream()
                .filter(stream -> stream.stream().kind() == kind && !stream.isNew())
                .map(StreamEvents::id)
                .toList();
    }

    void fold(Map<String, KnownDossier> knownDossiers, Map<String, PetitionHistory> knownPetitions) {
        record Done(
                StreamEvents stream,
                @Nullable FoldedStream<?> folded,
                @Nullable ChangedDossier dossier) {}
        List<Done> done = streams.parallelStream()
                .map(stream -> switch (stream.stream().kind()) {
                    case DOSSIER -> {
                        var folded = dossier(stream, knownDossiers.get(stream.id()));
                        yield new Done(stream, folded, changed(stream, knownDossiers, folded));
                    }
                    case PETITION -> new Done(stream, petition(stream, knownPetitions.get(stream.id())), null);
                    case REFERENCE -> new Done(stream, null, null);
                })
                .toList();
        for (Done one : done) {
            if (one.folded() == null) continue;
            post(one.stream(), one.folded().postings());
            if (one.folded().parked() != null) parked.add(one.folded().parked());
            if (one.dossier() != null) dossiers.add(one.dossier());
            if (one.folded().history() instanceof PetitionHistory petition
                    && one.folded().position() > 0)
                petitions.add(
                        new ChangedPetition(one.stream().id(), one.folded().position(), petition));
        }
    }

    private static FoldedStream<DossierHistory> dossier(StreamEvents stream, @Nullable KnownDossier known) {
        if (known == null) return StreamFold.DOSSIER.fold(DossierHistory.UNKNOWN, false, stream);
        return StreamFold.DOSSIER.fold(known.history(), known.elsewhere(), stream);
    }

    private static FoldedStream<PetitionHistory> petition(StreamEvents stream, @Nullable PetitionHistory known) {
        return StreamFold.PETITION.fold(known == null ? PetitionHistory.UNKNOWN : known, false, stream);
    }

    private static @Nullable ChangedDossier changed(
            StreamEvents stream, Map<String, KnownDossier> known, FoldedStream<DossierHistory> folded) {
        if (folded.position() == 0) return null;
        return ChangedDossier.of(
                stream.id(), folded.position(), known.containsKey(stream.id()), folded.elsewhere(), folded.history());
    }

    private void post(StreamEvents stream, List<Posting> posted) {
        for (int index = 0; index < posted.size(); index++) {
            FedEvent event = stream.events().get(index);
            postings[(int) (event.position() - first)] = posted.get(index);
        }
    }

    /** By position, from the first of the batch on. */
    List<Posting> postings() {
        return Arrays.asList(postings);
    }

    List<ChangedDossier> dossiers() {
        return dossiers;
    }

    List<ChangedPetition> petitions() {
        return petitions;
    }

    List<Parked> parked() {
        return parked;
    }
}
