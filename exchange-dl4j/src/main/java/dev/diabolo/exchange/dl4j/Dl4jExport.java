package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.exchange.ModelExport;
import dev.diabolo.spi.exchange.TrainedNetwork;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Model files of Deeplearning4j's {@code MultiLayerNetwork}, as its {@code ModelSerializer} reads them.
 *
 * <p><b>Shapes:</b> what the network takes and gives are rows, {@code [batch, values]}, where its first or last layer is fully
 * connected: images are then flattened, row by row. Before and behind convolutions they are images, {@code [batch, channels, rows,
 * columns]}, and sequences are images of one row; before and behind recurrent layers, sequences {@code [batch, features, time]}.
 */
public final class Dl4jExport implements ModelExport {
    @Override
    public String format() {
        return "dl4j";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public String summary() {
        return "a model file of Deeplearning4j (MultiLayerNetwork); fully connected, convolutional and LSTM networks";
    }

    @Override
    public void write(TrainedNetwork network, OutputStream out) throws IOException {
        new Dl4jNetworkWriter(network).write(out);
    }
}
