package cn.tuanwu.kernel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a refused start in its own words instead of a stack trace. */
class RefusedStart extends AbstractFailureAnalyzer<Settings.WrongSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Settings.WrongSettings refusal) {
        return new FailureAnalysis(refusal.getMessage(), null, failure);
    }
}
