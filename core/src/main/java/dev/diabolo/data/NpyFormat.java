package dev.diabolo.data;

/** NumPy's format for one array, versions 1 to 3. Source: NumPy Enhancement Proposal 1 and {@code numpy.lib.format}. */
final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private NpyFormat() {}

    static boolean begins(byte[] head) {
        if (head.length < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (head[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
