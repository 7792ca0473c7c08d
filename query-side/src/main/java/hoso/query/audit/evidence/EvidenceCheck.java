package hoso.query.audit.evidence;

import hoso.edge.secret.Pem;
import hoso.event.StoredEvent;
import hoso.proof.InclusionProof;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import hoso.query.audit.clock.answer.ClockAnswer;
import hoso.query.feed.proof.Proven;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle of evidence, step by step, with nothing but the bundle; the first step that fails is the last. At the end the
 * bundle is written anew, and must be the same file: so nothing is shown to whoever opens it that was not checked.
 *
 * <p>What it cannot say: whose key it is (compare the fingerprint), and whether anything was recorded after the last event.
 */
public final class EvidenceCheck {

    private final EvidenceFile bundle;
    private final List<Step> steps = new ArrayList<>();

    /**
     * What was looked at.
     *
     * @param vi in Vietnamese
     * @param wrong what is wrong with it; null where it is right
     */
    public record Step(String vi, String en, @Nullable String wrong) {}

    /**
     * @param fingerprint of the key in the bundle; empty where there is none to be read
     * @param dossier that it is about; empty where that cannot be read
     * @param last position of the last event in it; empty where the check failed
     * @param sentences the account in Vietnamese; empty where the check failed
     */
    public record Outcome(
            List<Step> steps,
            Optional<String> fingerprint,
            Optional<String> dossier,
            Optional<Long> last,
            List<String> sentences) {

        public Outcome {
            steps = List.copyOf(steps);
            sentences = List.copyOf(sentences);
        }

        /** The first thing that is wrong; empty where all is as it was recorded. */
        public Optional<String> wrong() {
            return steps.stream().map(Step::wrong).filter(Objects::nonNull).findFirst();
        }
    }

    private EvidenceCheck(EvidenceFile bundle) {
        this.bundle = bundle;
    }

    /**
     * @param expected the fingerprint that the office has published; empty where it is not known
     */
    static Outcome of(EvidenceFile bundle, Optional<String> expected) {
        var check = new EvidenceCheck(bundle);
        try {
            return check.checked(expected);
        } catch (Wrong wrong) {
            return new Outcome(check.steps, check.fingerprint(), check.dossier(), Optional.empty(), List.of());
        }
    }

    /**
     * Of a ZIP that is damaged as such.
     *
     * @param what is wrong with it
     */
    static Outcome damaged(String what) {
        return new Outcome(
                List.of(new Step("Tệp còn nguyên vẹn", "The file is whole", what)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Outcome checked(Optional<String> expected) {
        step("Đủ các tệp, không thừa tệp nào", "All files are there, and no other", this::checkNames);
        VerifyingKey key = made("Khóa công khai đọc được", "The public key can be read", this::key);
        expected.ifPresent(published -> step(
                "Khóa là khóa đã công bố",
                "The key is the one that was published",
                () -> require(
                        key.fingerprint().equals(published), "the fingerprint of key.pem is " + key.fingerprint())));
        SignedHead head = made("Chữ ký của cơ quan đúng", "The office's signature is good", () -> head(key));
        Manifest manifest = made("Thông tin của gói đọc được", "The manifest can be read", () -> manifest(head));
        List<BundledEvent> events =
                made("Các sự kiện đọc được", "The events can be read", () -> events(BundleFiles.EVENTS));
        List<BundledEvent> reference =
                made("Thủ tục và lịch đọc được", "The reference data can be read", this::reference);
        step("Không thiếu sự kiện nào ở giữa", "No event in between is missing", () -> checkSequence(manifest, events));
        Proven proven = made(
                "Từng sự kiện có trong sổ đã ký",
                "Each event is in the log that was signed",
                () -> proven(head, key, reference, events));
        var told = new Bundle(manifest, events, reference);
        ClockAnswer account = made(
                "Diễn biến thời hạn đúng với các sự kiện", "The account follows from the events", () -> account(told));
        step(
                "Tệp không có gì ngoài những điều trên",
                "The file has nothing beside that",
                () -> checkWrittenAnew(told, proven));
        return new Outcome(
                steps,
                Optional.of(key.fingerprint()),
                Optional.of(manifest.dossier()),
                Optional.of(events.getLast().position()),
                account.sentences());
    }

    private void checkNames() {
        BundleFiles.ALL.forEach(this::file);
        for (String name : bundle.files().keySet())
            require(BundleFiles.ALL.contains(name), name + " does not belong there");
    }

    private byte[] file(String name) {
        byte[] content = bundle.files().get(name);
        if (content == null) throw new Wrong(name + " is missing");
        return content;
    }

    /** Written as we write it: a bundle has no room for anything else. */
    private VerifyingKey key() {
        VerifyingKey key = readable(
                BundleFiles.KEY,
                () -> VerifyingKey.of(Pem.read(file(BundleFiles.KEY), Pem.PUBLIC_KEY)
                        .orElseThrow(() -> new Wrong(BundleFiles.KEY + " holds no public key"))));
        require(
                text(BundleFiles.KEY).equals(BundleFiles.key(key)),
                BundleFiles.KEY + " holds something beside the public key");
        return key;
    }

    private SignedHead head(VerifyingKey key) {
        String line = text(BundleFiles.HEAD);
        require(line.endsWith("\n"), BundleFiles.HEAD + " is no line");
        SignedHead head = readable(BundleFiles.HEAD, () -> SignedHead.read(line.substring(0, line.length() - 1)));
        require(head.isSignedBy(key), BundleFiles.HEAD + " is not signed with " + BundleFiles.KEY);
        require(head.head() instanceof TreeHead.Store, BundleFiles.HEAD + " is no head of a store");
        return head;
    }

    private Manifest manifest(SignedHead head) {
        Manifest manifest = readable(BundleFiles.MANIFEST, () -> BundleFiles.readManifest(file(BundleFiles.MANIFEST)));
        require(manifest.format() == Manifest.FORMAT, "the bundle has format " + manifest.format());
        String origin = ((TreeHead.Store) head.head()).origin();
        require(
                manifest.origin().equals(origin),
                BundleFiles.MANIFEST + " names the store '" + manifest.origin() + "', and its head '" + origin + "'");
        return manifest;
    }

    /** What is published later replaces what was before: their order is that of the log, and each stands there once. */
    private List<BundledEvent> reference() {
        List<BundledEvent> reference = events(BundleFiles.REFERENCE);
        for (int line = 1; line < reference.size(); line++)
            require(
                    reference.get(line).position() > reference.get(line - 1).position(),
                    BundleFiles.REFERENCE + ", line " + (line + 1) + ", position "
                            + reference.get(line).position() + ": out of order");
        return reference;
    }

    private List<BundledEvent> events(String name) {
        List<BundledEvent> events = new ArrayList<>();
        for (String line : lines(name))
            events.add(readable(
                    name + ", line " + (events.size() + 1),
                    () -> BundledEvent.read(line.getBytes(StandardCharsets.UTF_8))));
        return events;
    }

    private static void checkSequence(Manifest manifest, List<BundledEvent> events) {
        String stream = hoso.event.Stream.dossier(manifest.dossier()).name();
        for (int index = 0; index < events.size(); index++) {
            StoredEvent stored = events.get(index).event();
            String which = BundleFiles.EVENTS + ", line " + (index + 1) + ", position " + stored.position();
            require(stored.event().stream().name().equals(stream), which + ": of another dossier");
            require(
                    stored.event().sequence() == index,
                    which + ": event " + stored.event().sequence() + " of the dossier stands where event " + index
                            + " should");
            require(stored.position() <= manifest.asOf(), which + ": recorded after position " + manifest.asOf());
        }
        require(!events.isEmpty(), BundleFiles.EVENTS + " is empty");
    }

    private Proven proven(SignedHead head, VerifyingKey key, List<BundledEvent> reference, List<BundledEvent> events) {
        Map<Long, BundleFiles.Proof> proofs = proofs();
        Map<Long, InclusionProof> inclusion = new HashMap<>();
        TreeHead.Store store = (TreeHead.Store) head.head();
        Stream.concat(reference.stream(), events.stream())
                .forEach(event -> inclusion.put(event.position(), included(event, proofs, store)));
        return new Proven(head, key, inclusion);
    }

    private Map<Long, BundleFiles.Proof> proofs() {
        Map<Long, BundleFiles.Proof> proofs = new HashMap<>();
        int number = 0;
        for (String line : lines(BundleFiles.PROOFS)) {
            String which = BundleFiles.PROOFS + ", line " + ++number;
            BundleFiles.Proof proof = readable(which, () -> BundleFiles.readProof(line));
            proofs.put(proof.position(), proof);
        }
        return proofs;
    }

    private static InclusionProof included(
            BundledEvent event, Map<Long, BundleFiles.Proof> proofs, TreeHead.Store head) {
        long position = event.position();
        BundleFiles.Proof proof = proofs.get(position);
        if (proof == null) throw new Wrong("there is no proof of the event at position " + position);
        require(
                Arrays.equals(proof.leaf(), event.leaf()),
                "the event at position " + position + " is not the one that its leaf hash is of");
        String outside = "the event at position " + position + " is not in the log that was signed";
        require(position >= 1 && position <= head.size(), outside);
        var inclusion = new InclusionProof(position - 1, head.size(), proof.path());
        require(inclusion.proves(event.leaf(), HexFormat.of().parseHex(head.root())), outside);
        return inclusion;
    }

    private ClockAnswer account(Bundle bundle) {
        ClockAnswer account = bundle.account();
        require(
                Arrays.equals(BundleFiles.account(account), file(BundleFiles.ACCOUNT)),
                BundleFiles.ACCOUNT + " is not what follows from the events");
        require(
                Arrays.equals(BundleFiles.sentences(account), file(BundleFiles.SENTENCES)),
                BundleFiles.SENTENCES + " is not what follows from the events");
        return account;
    }

    private void checkWrittenAnew(Bundle told, Proven proven) {
        Map<String, byte[]> files = EvidenceZip.files(told, proven);
        for (String name : BundleFiles.ALL)
            require(
                    Arrays.equals(files.get(name), file(name)),
                    name + " is not, byte for byte, what is written of such a bundle");
        require(
                Arrays.equals(EvidenceZip.zipped(files, told.manifest().madeAt()), bundle.bytes()),
                "the ZIP is not, byte for byte, what is written of these files: whoever opens it may be shown others");
    }

    private Optional<String> fingerprint() {
        try {
            return Optional.of(key().fingerprint());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> dossier() {
        try {
            return Optional.of(
                    BundleFiles.readManifest(file(BundleFiles.MANIFEST)).dossier());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private List<String> lines(String name) {
        String text = text(name);
        require(text.isEmpty() || text.endsWith("\n"), name + " does not end with its last line");
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    private void step(String vi, String en, Runnable looking) {
        made(vi, en, () -> {
            looking.run();
            return steps;
        });
    }

    /** Whatever cannot be read is wrong: a bundle may be anything. */
    private <T> T made(String vi, String en, Making<T> making) {
        try {
            T made = making.make();
            steps.add(new Step(vi, en, null));
            return made;
        } catch (RuntimeException wrong) {
            String why = String.valueOf(wrong.getMessage());
            steps.add(new Step(vi, en, why));
            throw new Wrong(why);
        }
    }

    /** What a parser has to say of it helps nobody who holds a bundle. */
    private static <T> T readable(String what, Making<T> reading) {
        try {
            return reading.make();
        } catch (Wrong wrong) {
            throw wrong;
        } catch (RuntimeException unreadable) {
            throw new Wrong(what + ": not as it was written");
        }
    }

    private interface Making<T> {
        T make();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) throw new Wrong(otherwise);
    }

    /** Ends the check. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }
}
