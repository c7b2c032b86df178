package dev.diabolo.engine;

import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.Nd4jBlas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ND4J, loaded once and told to use one native thread per operation: work is spread over our own worker threads, each on
 * a shard of a batch, and threads inside small operations cost more than they give (docs/adr/0003).
 */
public final class Backend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    private static final ThreadLocal<Boolean> CONFINED = ThreadLocal.withInitial(() -> false);

    private Backend() {}

    /** Loads the native library. Does nothing after the first call. */
    public static void load() {
        Loaded.EXECUTIONER.getClass();
    }

    /**
     * Keeps native operations of the calling thread on that thread. OpenMP keeps the number of threads for each thread
     * separately, so a plan asks for this whenever it runs.
     */
    static void confineToCallingThread() {
        if (!CONFINED.get()) {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
            CONFINED.set(true);
        }
    }

    static OpExecutioner executioner() {
        return Loaded.EXECUTIONER;
    }

    private static final class Loaded {
        private static final OpExecutioner EXECUTIONER = load();

        private static OpExecutioner load() {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(Backend.class.getClassLoader());
            try {
                OpExecutioner executioner = Nd4j.getExecutioner();
                ((Nd4jBlas) Nd4j.factory().blas()).setMaxThreads(1);
                LOG.debug("ND4J back end {} with one native thread per operation", Nd4j.getBackend());
                return executioner;
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }
}
