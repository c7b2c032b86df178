package dev.diabolo.benchmarks;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An engine that takes part. */
public enum Contender {
    DIABOLO("diabolo", "dev.diabolo.benchmarks.diabolo.DiaboloEngine", ""),
    DL4J("dl4j", "dev.diabolo.benchmarks.dl4j.Dl4jEngine", ""),
    TENSORFLOW("tensorflow", "dev.diabolo.benchmarks.tensorflow.TensorFlowEngine", "tensorflow"),
    DJL("djl", "dev.diabolo.benchmarks.djl.DjlEngine", "djl");

    private final String id;
    private final String engine;
    private final String module;

    Contender(String id, String engine, String module) {
        this.id = id;
        this.engine = engine;
        this.module = module;
    }

    /**
     * The peer of a name.
     *
     * @throws DiaboloException (USER) where there is none
     */
    public static Contender peer(String id) {
        return Arrays.stream(values())
                .filter(contender -> contender != DIABOLO && contender.id.equals(id))
                .findFirst()
                .orElseThrow(() -> DiaboloException.user(
                        "benchmark.unknown-peer",
                        Problem.of("there is no peer '" + id + "'")
                                .at("--peers")
                                .allowed(Arrays.stream(values())
                                                .skip(1)
                                                .map(Contender::id)
                                                .collect(Collectors.joining(", "))
                                        + ", or none")));
    }

    /** As users write it. */
    public String id() {
        return id;
    }

    /** The name of its {@link dev.diabolo.benchmarks.measure.Engine}. */
    String engine() {
        return engine;
    }

    /** The folder of its own module; empty where it is in this one. */
    String module() {
        return module;
    }
}
