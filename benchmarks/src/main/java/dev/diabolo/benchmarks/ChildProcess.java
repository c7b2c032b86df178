package dev.diabolo.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.diabolo.benchmarks.measure.MeasuringProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java process that prints one result. Each engine gets one of its own: their natives disagree about threads and BLAS, and a
 * process that another workload has warmed up is not comparable.
 */
final class ChildProcess {
    /** Choices of BLAS kernels that shells export, and that are wrong for other CPUs; each process chooses by itself. */
    private static final List<String> DROPPED = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

    private static final List<String> THREADS = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS");

    /** Lines of a process that failed, for the message; the places in a stack trace are not counted. */
    private static final int LAST_LINES = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessBuilder builder;

    ChildProcess(String classPath, int workers, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(flags());
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        // Deeplearning4j's arrays wait for the garbage collector; by default it is refused more than twice the heap.
        command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        DROPPED.forEach(environment::remove);
        THREADS.forEach(name -> environment.put(name, Integer.toString(workers)));
        environment.put("TF_CPP_MIN_LOG_LEVEL", "2");
    }

    /** Those of this process that are about the virtual machine itself. */
    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-X") || flag.startsWith("--"))
                .collect(Collectors.toList());
    }

    /** Why a process gave no result. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * Runs the process until its end.
     *
     * @param seconds after which it is ended
     * @throws Failed where it ends without a result
     */
    <T> T run(Class<T> type, double seconds) throws Failed {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            Thread ender = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(ender);
            try {
                Thread watch = watch(process, seconds);
                Deque<String> last = new ArrayDeque<>();
                Optional<T> result = read(process, type, last);
                int code = process.waitFor();
                watch.interrupt();
                return result.orElseThrow(() -> new Failed("exit code " + code + ": " + String.join(" | ", last)));
            } finally {
                process.destroyForcibly();
                Runtime.getRuntime().removeShutdownHook(ender);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }

    private static Thread watch(Process process, double seconds) {
        Thread watch = new Thread(() -> {
            try {
                if (!process.waitFor((long) (seconds * 1e3), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException ended) {
                // The process has ended by itself.
            }
        });
        watch.setDaemon(true);
        watch.start();
        return watch;
    }

    private static <T> Optional<T> read(Process process, Class<T> type, Deque<String> last) throws IOException {
        Optional<T> result = Optional.empty();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MeasuringProcess.MARK)) {
                    result = Optional.of(parse(line.substring(MeasuringProcess.MARK.length()), type));
                } else if (!line.isBlank() && !line.startsWith("\tat ")) {
                    last.add(line.strip());
                    if (last.size() > LAST_LINES) {
                        last.remove();
                    }
                }
            }
        }
        return result;
    }

    private static <T> T parse(String line, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(line, type);
    }
}
