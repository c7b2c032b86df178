package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the values of a schedule lie: what is only needed for a while shares room with what is needed at another time.
 *
 * <p>Two values may share room where the first is read for the last time before the second is written: in an earlier stage,
 * or earlier in a stage by examples, where each piece goes through the items in order. In the latter case, with several
 * pieces, their lengths must be equal, so that no piece writes what another one still reads.
 */
final class MemoryPlan {
    private final boolean sequential;
    private final Set<Value> wanted;
    private final Set<DataBuffer> movable;
    private final Map<DataBuffer, Life> lives = new IdentityHashMap<>();
    private final List<Room> rooms = new ArrayList<>();
    private final Map<DataBuffer, FloatMemory> memories = new IdentityHashMap<>();
    private final Map<Value, FloatMemory> fixed = new IdentityHashMap<>();

    /** When an array is in use. */
    private static final class Life {
        private final int length;
        private final int firstStage;
        private final int firstItem;
        private int lastStage;
        private int lastItem;
        private boolean byExample = true;

        Life(int length, int stage, int item) {
            this.length = length;
            this.firstStage = stage;
            this.firstItem = item;
        }
    }

    /** Memory for several arrays, one after the other. */
    private static final class Room {
        private final List<Life> tenants = new ArrayList<>();
        private final List<DataBuffer> arrays = new ArrayList<>();
    }

    private MemoryPlan(boolean sequential, Set<Value> wanted, Set<DataBuffer> movable) {
        this.sequential = sequential;
        this.wanted = wanted;
        this.movable = movable;
    }

    /**
     * Plans the memory of a schedule.
     *
     * @param sequential whether there is only one piece
     * @param wanted values that are needed after the last stage
     * @param movable arrays whose contents nobody else reads or writes
     */
    static MemoryPlan of(List<Schedule.Stage> stages, boolean sequential, Set<Value> wanted, Set<DataBuffer> movable) {
        MemoryPlan plan = new MemoryPlan(sequential, wanted, movable);
        int item = 0;
        for (int stage = 0; stage < stages.size(); stage++) {
            for (Schedule.Item each : stages.get(stage).items()) {
                plan.visit(each, stage, item++);
            }
        }
        plan.settle(stages);
        return plan;
    }

    /** A value's memory: its room, or its own array where it has none. */
    FloatMemory memory(Value value) {
        DataBuffer own = value.array().data();
        if (!movable.contains(own)) {
            return fixed.computeIfAbsent(value, v -> FloatMemory.of(v.array()));
        }
        FloatMemory room = memories.get(own);
        if (room == null) {
            throw new IllegalStateException("a kernel uses an array that no node of the schedule names");
        }
        return room;
    }

    private static int size(Room room) {
        return room.tenants.stream().mapToInt(life -> life.length).max().orElse(0);
    }

    private void visit(Schedule.Item item, int stage, int index) {
        Set<Value> inRegisters = new HashSet<>();
        for (Node node : item.nodes()) {
            node.outputs().stream()
                    .filter(output -> !item.isStored(output, wanted))
                    .forEach(inRegisters::add);
        }
        for (Node node : item.nodes()) {
            Stream.concat(node.inputs().stream(), node.outputs().stream())
                    .filter(value -> !inRegisters.contains(value))
                    .filter(value -> movable.contains(value.array().data()))
                    .forEach(value -> use(value, stage, index));
        }
    }

    private void use(Value value, int stage, int item) {
        Life life = lives.computeIfAbsent(value.array().data(), array -> new Life(value.length(), stage, item));
        if (life.length != value.length()) {
            throw new IllegalStateException("one array is used with two lengths");
        }
        life.lastStage = stage;
        life.lastItem = item;
        life.byExample &= value.batch();
    }

    /** Large arrays first: the small ones then find room among them. */
    private void settle(List<Schedule.Stage> stages) {
        lives.entrySet().stream()
                .sorted(Comparator.<Map.Entry<DataBuffer, Life>>comparingInt(entry -> -entry.getValue().length)
                        .thenComparingInt(entry -> entry.getValue().firstItem))
                .forEach(entry -> {
                    Room room = roomFor(entry.getValue(), stages);
                    room.tenants.add(entry.getValue());
                    room.arrays.add(entry.getKey());
                });
    }

    private Room roomFor(Life life, List<Schedule.Stage> stages) {
        for (Room room : rooms) {
            if (room.tenants.stream()
                    .allMatch(tenant -> isBefore(tenant, life, stages) || isBefore(life, tenant, stages))) {
                return room;
            }
        }
        Room room = new Room();
        rooms.add(room);
        return room;
    }

    private boolean isBefore(Life first, Life second, List<Schedule.Stage> stages) {
        if (first.lastStage != second.firstStage) {
            return first.lastStage < second.firstStage;
        }
        boolean inOrder = stages.get(first.lastStage).byExample() && first.lastItem < second.firstItem;
        boolean apart = sequential || first.byExample && second.byExample && first.length == second.length;
        return inOrder && apart;
    }

    /** Makes the rooms; they belong to the caller. */
    List<INDArray> allocate() {
        List<INDArray> arrays = new ArrayList<>();
        for (Room room : rooms) {
            INDArray array = Nd4j.createUninitialized(DataType.FLOAT, size(room));
            arrays.add(array);
            for (int i = 0; i < room.arrays.size(); i++) {
                memories.put(room.arrays.get(i), FloatMemory.of(array, room.tenants.get(i).length));
            }
        }
        return arrays;
    }
}
