package hoso.query.desk.machine;

import hoso.edge.Needs;
import hoso.edge.Scope;
import hoso.edge.measure.Metric;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.DossierApi;
import hoso.query.desk.ask.Question;
import hoso.query.desk.ask.ReportApi;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** {@code /may}: head, lag, rebuild, parked, gaps, refusals and disks. */
@Controller
@Needs(Scope.ADMIN)
public final class MachineTab {

    private final Pages pages;
    private final ReportApi api;
    private final DossierApi audit;
    private final MeterRegistry registry;

    public MachineTab(Pages pages, ReportApi api, DossierApi audit, MeterRegistry registry) {
        this.pages = pages;
        this.api = api;
        this.audit = audit;
        this.registry = registry;
    }

    @GetMapping(MachinePage.PATH)
    View machine(Frame frame) {
        Answer gaps = audit.gaps(Question.of(), frame.caller());
        var page = new MachinePage(
                api.status(frame.caller()),
                !Metric.REFUSALS.shown(registry).isEmpty(),
                refusals(),
                inbound(),
                disks(),
                publishers(gaps),
                gaps.list("origins"));
        return pages.page("machine/machine", frame, page);
    }

    private List<MachinePage.Refusal> refusals() {
        return Metric.PUBLISHER_REFUSALS.shown(registry).entrySet().stream()
                .map(refused -> new MachinePage.Refusal(
                        refused.getKey().getLast(),
                        refused.getKey().getFirst(),
                        refused.getValue().longValue()))
                .filter(refused -> refused.count() > 0)
                .sorted(Comparator.comparingLong(MachinePage.Refusal::count)
                        .reversed()
                        .thenComparing(MachinePage.Refusal::code)
                        .thenComparing(MachinePage.Refusal::publisher))
                .toList();
    }

    private Map<String, Map<String, Long>> inbound() {
        Map<String, Map<String, Long>> publishers = new TreeMap<>();
        Metric.INBOUND_EVENTS
                .shown(registry)
                .forEach((labels, count) -> publishers
                        .computeIfAbsent(labels.getFirst(), unseen -> new TreeMap<>())
                        .put(labels.getLast(), count.longValue()));
        return publishers;
    }

    private List<MachinePage.Disk> disks() {
        Map<List<String>, Double> sizes = Metric.DISK_SIZE.shown(registry);
        List<MachinePage.Disk> disks = new ArrayList<>();
        Metric.DISK_FREE
                .shown(registry)
                .forEach((folder, free) -> disks.add(new MachinePage.Disk(
                        folder.getFirst(),
                        free.longValue(),
                        Objects.requireNonNullElse(sizes.get(folder), 0.0).longValue())));
        return disks;
    }

    private static List<Answer> publishers(Answer gaps) {
        return gaps.list("silence.publishers").stream()
                .sorted(Comparator.comparingLong((Answer one) -> one.number("silentWorkingMinutes"))
                        .reversed())
                .toList();
    }
}
