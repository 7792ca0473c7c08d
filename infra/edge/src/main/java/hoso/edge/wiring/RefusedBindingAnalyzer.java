package hoso.edge.wiring;

import hoso.edge.wiring.Binding.RefusedBinding;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Boot print the line of a {@link RefusedBinding} instead of its stack. */
public final class RefusedBindingAnalyzer extends AbstractFailureAnalyzer<RefusedBinding> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedBinding refused) {
        return new FailureAnalysis(refused.getMessage(), null, refused);
    }
}
