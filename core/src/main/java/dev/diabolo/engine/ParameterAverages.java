package dev.diabolo.engine;

import dev.diabolo.spi.training.Averaging;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Moving averages of some groups' parameters, in a store of their own whose other parameters and buffers are those of training. Owns
 * that memory until closed. For one thread.
 */
final class ParameterAverages implements AutoCloseable {
    private static final int CHUNK = 2048;

    private final Averaging averaging;
    private final List<String> averaged;
    private final ParameterStore trained;
    private final ParameterStore averages;
    private final float[] newest = new float[CHUNK];
    private final float[] average = new float[CHUNK];
    private long cycles;

    /**
     * @param trained with its first values
     */
    ParameterAverages(Averaging averaging, ParameterStore trained) {
        this.averaging = averaging;
        this.trained = trained;
        this.averages = trained.empty();
        this.averaged =
                trained.groupIds().stream().filter(averaging.groups()::contains).toList();
        restart();
    }

    /** Begins with the parameters as they are now. */
    void restart() {
        averages.load(trained.values());
    }

    /** The averages; what is not averaged is as it was at the last {@link #complete}. */
    ParameterStore store() {
        return averages;
    }

    /** A cycle of phases is over. */
    void follow() {
        cycles++;
        float kept = (float) averaging.decayAt(cycles);
        averaged.forEach(group -> follow(averages.group(group), trained.group(group), kept));
    }

    private void follow(FlatVector averageOf, FlatVector newestOf, float kept) {
        FloatBuffer to = averageOf.buffer();
        FloatBuffer from = newestOf.buffer();
        for (int begin = 0; begin < averageOf.size(); begin += CHUNK) {
            int length = Math.min(CHUNK, averageOf.size() - begin);
            to.get(begin, average, 0, length);
            from.get(begin, newest, 0, length);
            for (int i = 0; i < length; i++) {
                average[i] = kept * average[i] + (1 - kept) * newest[i];
            }
            to.put(begin, average, 0, length);
        }
    }

    /** Takes over whatever is not averaged. */
    void complete() {
        for (String group : trained.groupIds()) {
            if (!averaged.contains(group)) {
                averages.group(group).array().assign(trained.group(group).array());
            }
        }
    }

    void save(RunState state) {
        state.put("averages/", averages.values());
        state.put("averaged-cycles", cycles);
    }

    void restore(RunState state) {
        averages.load(state.arrays("averages/"));
        cycles = state.whole("averaged-cycles");
    }

    @Override
    public void close() {
        averages.close();
    }
}
