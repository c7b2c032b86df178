package dev.diabolo.data;

/** Numbers in memory, in row-major order: unsigned bytes stay bytes, everything else is a 32-bit float. */
sealed interface Values {
    int length();

    float at(int index);

    void copyTo(int from, float[] target, int offset, int count);

    /** Values of 0 to 255, a quarter of the memory that floats would take. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] values) implements Values {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public float at(int index) {
            return values[index] & 0xFF;
        }

        @Override
        public void copyTo(int from, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = values[from + i] & 0xFF;
            }
        }
    }

    /** Values of 0 to 255, each seen as an entry of a table: the quickest way to scale bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    record Table(byte[] values, float[] entries) implements Values {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public float at(int index) {
            return entries[values[index] & 0xFF];
        }

        @Override
        public void copyTo(int from, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = entries[values[from + i] & 0xFF];
            }
        }
    }

    /** Any finite values. */
    @SuppressWarnings("ArrayRecordComponent")
    record Floats(float[] values) implements Values {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public float at(int index) {
            return values[index];
        }

        @Override
        public void copyTo(int from, float[] target, int offset, int count) {
            System.arraycopy(values, from, target, offset, count);
        }
    }
}
