package hoso.command.intake.kafka.publisher;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Boot print the line of an {@link UnfitPublisher} instead of its stack. */
public final class UnfitPublisherAnalyzer extends AbstractFailureAnalyzer<UnfitPublisher> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitPublisher unfit) {
        return new FailureAnalysis(unfit.getMessage(), null, unfit);
    }
}
