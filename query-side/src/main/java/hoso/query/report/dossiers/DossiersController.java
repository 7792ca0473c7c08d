package hoso.query.report.dossiers;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Scope;
import hoso.query.question.Parameters;
import hoso.query.report.ReportDesk;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/report/dossiers}: who stands behind a figure, to whoever may see the figure. */
@RestController
@Needs(Scope.REPORT_READ)
public final class DossiersController {

    private final ReportDesk desk;
    private final DossierLists lists;

    public DossiersController(ReportDesk desk, DossierLists lists) {
        this.desk = desk;
        this.lists = lists;
    }

    @GetMapping("/api/v1/report/dossiers")
    DossiersAnswer dossiers(@RequestParam MultiValueMap<String, String> given, Caller caller) {
        CellQuestion question = CellQuestion.of(Parameters.of(given, CellQuestion.PARAMETERS));
        ReportDesk.Admitted admitted = desk.admit(question.report(), caller);
        return DossiersAnswer.of(lists.list(question, admitted.scene(), admitted.standpoint()));
    }
}
