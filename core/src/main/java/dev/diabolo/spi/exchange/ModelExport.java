package dev.diabolo.spi.exchange;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes trained networks in a format of another framework. Found by {@link java.util.ServiceLoader}; stateless, with a public
 * constructor without parameters that does nothing.
 */
public interface ModelExport {
    /** The format's name, {@code [a-z][a-z0-9-]*}: {@code dl4j}. */
    String format();

    /** The contract it was compiled against: always {@code return SpiVersion.CURRENT;}. */
    int spiVersion();

    /** What the format is, one sentence. */
    String summary();

    /**
     * Writes a network.
     *
     * @param out need not be closed
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the format cannot express a part of it, which is named
     * @throws IOException where {@code out} fails
     */
    void write(TrainedNetwork network, OutputStream out) throws IOException;
}
