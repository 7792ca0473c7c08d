package hoso.query.audit.evidence;

import hoso.edge.secret.Pem;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.proof.InclusionProof;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import hoso.query.audit.clock.answer.ClockAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle of evidence, step by step, with nothing but the bundle; the first step that fails is the last.
 *
 * <p>What it cannot say: whose key it is (compare the fingerprint), and what was recorded after the last event.
 */
public final class EvidenceCheck {

    private final Map<String, byte[]> files;
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
     * @param sentences the account in Vietnamese; empty where the check failed
     */
    public record Outcome(
            List<Step> steps, Optional<String> fingerprint, Optional<String> dossier, List<String> sentences) {

        public Outcome {
            steps = List.copyOf(steps);
            sentences = List.copyOf(sentences);
        }

        /** The first thing that is wrong; empty where all is as it was recorded. */
        public Optional<String> wrong() {
            return steps.stream().map(Step::wrong).filter(Objects::nonNull).findFirst();
        }
    }

    private EvidenceCheck(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * @param files of the bundle by name
     * @param expected the fingerprint that the office has published; empty where it is not known
     */
    static Outcome of(Map<String, byte[]> files, Optional<String> expected) {
        var check = new EvidenceCheck(files);
        try {
            return check.checked(expected);
        } catch (Wrong wrong) {
            return new Outcome(check.steps, check.fingerprint(), check.dossier(), List.of());
        }
    }

    private Outcome checked(Optional<String> expected) {
        step("Đủ các tệp", "All files are there", () -> BundleFiles.ALL.forEach(this::file));
        VerifyingKey key = made("Khóa công khai đọc được", "The public key can be read", this::key);
        expected.ifPresent(published -> step(
                "Khóa là khóa đã công bố",
                "The key is the one that was published",
                () -> require(
                        key.fingerprint().equals(published), "the fingerprint of key.pem is " + key.fingerprint())));
        SignedHead head = made("Chữ ký của cơ quan đúng", "The office's signature is good", () -> head(key));
        Manifest manifest = made("Thông tin của gói đọc được", "The manifest can be read", this::manifest);
        List<BundledEvent> events =
                made("Các sự kiện đọc được", "The events can be read", () -> events(BundleFiles.EVENTS));
        List<BundledEvent> reference =
                made("Thủ tục và lịch đọc được", "The reference data can be read", () -> events(BundleFiles.REFERENCE));
        step("Không thiếu sự kiện nào ở giữa", "No event in between is missing", () -> checkSequence(manifest, events));
        step("Từng sự kiện có trong sổ đã ký", "Each event is in the log that was signed", () -> {
            var proofs = proofs();
            checkIncluded(reference, proofs, (TreeHead.Store) head.head());
            checkIncluded(events, proofs, (TreeHead.Store) head.head());
        });
        var bundle = new Bundle(manifest, events, reference);
        ClockAnswer account = made(
                "Diễn biến thời hạn đúng với các sự kiện",
                "The account follows from the events",
                () -> account(bundle));
        return new Outcome(steps, Optional.of(key.fingerprint()), Optional.of(manifest.dossier()), account.sentences());
    }

    private byte[] file(String name) {
        byte[] content = files.get(name);
        if (content == null) throw new Wrong(name + " is missing");
        return content;
    }

    /** Written as we write it: a bundle has no room for anything else. */
    private VerifyingKey key() {
        VerifyingKey key = VerifyingKey.of(Pem.read(file(BundleFiles.KEY), Pem.PUBLIC_KEY)
                .orElseThrow(() -> new Wrong(BundleFiles.KEY + " holds no public key")));
        require(
                text(BundleFiles.KEY).equals(BundleFiles.key(key)),
                BundleFiles.KEY + " holds something beside the public key");
        return key;
    }

    private SignedHead head(VerifyingKey key) {
        String line = text(BundleFiles.HEAD);
        require(line.endsWith("\n"), BundleFiles.HEAD + " is no line");
        SignedHead head = SignedHead.read(line.substring(0, line.length() - 1));
        require(head.isSignedBy(key), BundleFiles.HEAD + " is not signed with " + BundleFiles.KEY);
        require(head.head() instanceof TreeHead.Store, BundleFiles.HEAD + " is no head of a store");
        return head;
    }

    private Manifest manifest() {
        Manifest manifest = BundleFiles.readManifest(file(BundleFiles.MANIFEST));
        require(manifest.format() == Manifest.FORMAT, "the bundle has format " + manifest.format());
        return manifest;
    }

    private List<BundledEvent> events(String name) {
        List<BundledEvent> events = new ArrayList<>();
        for (String line : lines(name)) {
            try {
                events.add(BundledEvent.read(line.getBytes(StandardCharsets.UTF_8)));
            } catch (RuntimeException unreadable) {
                throw new Wrong(name + ", line " + (events.size() + 1) + ": no event as it is stored");
            }
        }
        return events;
    }

    private static void checkSequence(Manifest manifest, List<BundledEvent> events) {
        String stream = Stream.dossier(manifest.dossier()).name();
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

    private Map<Long, BundleFiles.Proof> proofs() {
        Map<Long, BundleFiles.Proof> proofs = new HashMap<>();
        for (String line : lines(BundleFiles.PROOFS)) {
            BundleFiles.Proof proof = BundleFiles.readProof(line);
            proofs.put(proof.position(), proof);
        }
        return proofs;
    }

    private static void checkIncluded(
            List<BundledEvent> events, Map<Long, BundleFiles.Proof> proofs, TreeHead.Store head) {
        byte[] root = HexFormat.of().parseHex(head.root());
        for (BundledEvent event : events) {
            long position = event.position();
            BundleFiles.Proof proof = proofs.get(position);
            if (proof == null) throw new Wrong("there is no proof of the event at position " + position);
            require(
                    Arrays.equals(proof.leaf(), event.leaf()),
                    "the event at position " + position + " is not the one that its leaf hash is of");
            require(
                    position >= 1
                            && position <= head.size()
                            && new InclusionProof(position - 1, head.size(), proof.path()).proves(event.leaf(), root),
                    "the event at position " + position + " is not in the log that was signed");
        }
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

    private Optional<String> fingerprint() {
        try {
            return Optional.of(key().fingerprint());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> dossier() {
        try {
            return Optional.of(manifest().dossier());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private List<String> lines(String name) {
        return text(name).lines().toList();
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
