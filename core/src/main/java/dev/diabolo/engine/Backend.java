package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
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

    /**
     * Loads the native library. Does nothing after the first call.
     *
     * @throws DiaboloException (RESOURCE) where this machine cannot load it
     */
    public static void load() {
        try {
            Loaded.EXECUTIONER.getClass();
        } catch (LinkageError | RuntimeException failure) {
            throw DiaboloException.resource(
                    "native.not-loaded",
                    Problem.of("the native library cannot be loaded on this machine: " + root(failure))
                            .remedy("see that ~/.javacpp may be written to, or name another directory with"
                                    + " -Dorg.bytedeco.javacpp.cachedir, and that the natives are this platform's"),
                    failure);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        // Bounded: a chain of causes may be a circle.
        for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
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
