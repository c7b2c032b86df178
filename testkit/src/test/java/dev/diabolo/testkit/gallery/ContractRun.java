package dev.diabolo.testkit.gallery;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as JUnit would, and keeps what came of each rule. */
final class ContractRun implements TestExecutionListener {
    private final Map<String, TestExecutionResult> results = new TreeMap<>();

    private ContractRun() {}

    /** The results by the method's name. */
    static Map<String, TestExecutionResult> of(Class<?> contract, Damage damage) {
        LauncherDiscoveryRequest request = request()
                .selectors(selectClass(contract))
                .configurationParameter(DamageParameter.KEY, damage.name())
                .build();
        ContractRun run = new ContractRun();
        LauncherFactory.create().execute(request, run);
        return run.results;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failedToStart = test.isContainer() && result.getThrowable().isPresent();
        if (test.isTest() || failedToStart) {
            results.put(test.getDisplayName().replace("()", ""), result);
        }
    }
}
