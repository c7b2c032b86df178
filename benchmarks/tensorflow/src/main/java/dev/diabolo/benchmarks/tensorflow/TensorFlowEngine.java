package dev.diabolo.benchmarks.tensorflow;

import dev.diabolo.benchmarks.measure.Engine;
import dev.diabolo.benchmarks.measure.PassClock;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/** TensorFlow Java in graph mode: one session run for each phase of a step. */
public final class TensorFlowEngine implements Engine {
    /** Of the batches that the network of {@link Workload#W6} learns from. */
    private static final int FEW = 50;

    @Override
    public String version() {
        return TensorFlow.version();
    }

    @Override
    public void train(Workload workload, int workers, PassClock clock) {
        Workloads.Built built = Workloads.build(workload);
        Session session = built.network().session(workers);
        TFloat32[] batches = tensors(WorkloadData.batches(workload), built.shape());
        clock.start();
        for (int i = 0; !clock.done(); i++) {
            clock.stepped(step(session, built, batches[i % batches.length]));
        }
    }

    private static double step(Session session, Workloads.Built built, TFloat32 batch) {
        double loss = update(session, built, batch, built.updates().get(0));
        for (Op update : built.updates().subList(1, built.updates().size())) {
            session.runner().feed(built.input(), batch).addTarget(update).run().close();
        }
        return loss;
    }

    private static double update(Session session, Workloads.Built built, TFloat32 batch, Op update) {
        try (Result result = session.runner()
                .feed(built.input(), batch)
                .fetch(built.loss())
                .addTarget(update)
                .run()) {
            return ((TFloat32) result.get(0)).getFloat();
        }
    }

    @Override
    public Forward forward(int workers) {
        Workloads.Built built = Workloads.build(Workload.W6);
        Session session = built.network().session(workers);
        TFloat32[] training = tensors(WorkloadData.batches(Workload.W1), built.shape());
        for (int i = 0; i < FEW; i++) {
            step(session, built, training[i % training.length]);
        }
        TFloat32[] batches = tensors(WorkloadData.testBatches(), built.shape());
        return new Forward() {
            @Override
            public void batch(int index) {
                run(batches[index]).close();
            }

            @Override
            public float row(float[] row) {
                try (TFloat32 input = tensor(row, built.shape());
                        Result result = run(input)) {
                    return ((TFloat32) result.get(0)).getFloat(0, 0);
                }
            }

            private Result run(TFloat32 input) {
                Operand<TFloat32> output = built.output();
                return session.runner().feed(built.input(), input).fetch(output).run();
            }
        };
    }

    private static TFloat32[] tensors(float[][] batches, long[] shape) {
        TFloat32[] tensors = new TFloat32[batches.length];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = tensor(batches[i], shape);
        }
        return tensors;
    }

    private static TFloat32 tensor(float[] values, long[] shape) {
        long batch = values.length / Shape.of(shape).size();
        return TFloat32.tensorOf(Shape.of(shape).prepend(batch), DataBuffers.of(values));
    }
}
