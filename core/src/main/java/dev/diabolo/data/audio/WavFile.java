package dev.diabolo.data.audio;

import dev.diabolo.data.DataErrors;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A WAV file: IBM and Microsoft, "Multimedia programming interface and data specifications 1.0", 1991, with the extensible
 * format of 2001. Read by ourselves, since the JDK's reader trusts declared lengths.
 *
 * @param rate samples a second
 * @param channels of sound
 * @param bits of a sample
 * @param floating whether samples are IEEE floats, not whole numbers
 * @param start where in the file the samples begin
 * @param samples how many there are of each channel
 */
record WavFile(Path path, int rate, int channels, int bits, boolean floating, long start, long samples) {
    private static final int RIFF = 0x4646_4952;
    private static final int WAVE = 0x4556_4157;
    private static final int FORMAT = 0x2074_6d66;
    private static final int DATA = 0x6174_6164;
    private static final int WHOLE = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int SHORTEST_FORMAT = 16;

    /** Where an extensible format says what it really is. */
    private static final int SUB_FORMAT = 24;

    private static final int MOST_CHANNELS = 1024;
    private static final int MOST_RATE = 10_000_000;

    /**
     * Reads the header.
     *
     * @throws DiaboloException (USER) where it is none of a file that we read, or announces more than there is
     */
    static WavFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            String where = path.toString();
            if (channel.size() == 0) {
                throw DataErrors.empty(where);
            }
            if (channel.size() < 12) {
                throw DataErrors.wrongMagic(where, "a WAV file");
            }
            ByteBuffer head = read(channel, 0, 12);
            if (head.getInt(0) != RIFF || head.getInt(8) != WAVE) {
                throw DataErrors.wrongMagic(where, "a WAV file");
            }
            return chunks(path, channel);
        }
    }

    private static WavFile chunks(Path path, FileChannel channel) throws IOException {
        String where = path.toString();
        ByteBuffer format = null;
        long position = 12;
        while (position + 8 <= channel.size()) {
            ByteBuffer chunk = read(channel, position, 8);
            int kind = chunk.getInt(0);
            long length = Integer.toUnsignedLong(chunk.getInt(4));
            position += 8;
            if (kind == DATA) {
                if (format == null) {
                    throw DataErrors.badHeader(where, "the sound comes before its format");
                }
                if (length > channel.size() - position) {
                    throw DataErrors.sizeMismatch(
                            where, length + " bytes of sound", "only " + (channel.size() - position));
                }
                return of(path, format, position, length);
            }
            if (kind == FORMAT) {
                if (length < SHORTEST_FORMAT || length > channel.size() - position) {
                    throw DataErrors.badHeader(where, "its format has " + length + " bytes");
                }
                format = read(channel, position, (int) Math.min(length, 64));
            }
            position += length + (length & 1);
        }
        throw DataErrors.badHeader(where, "there is no sound in it, or it stops before");
    }

    private static WavFile of(Path path, ByteBuffer format, long start, long length) {
        String where = path.toString();
        int coding = Short.toUnsignedInt(format.getShort(0));
        int channels = Short.toUnsignedInt(format.getShort(2));
        long rate = Integer.toUnsignedLong(format.getInt(4));
        int bits = Short.toUnsignedInt(format.getShort(14));
        if (coding == EXTENSIBLE && format.limit() >= SUB_FORMAT + 2) {
            coding = Short.toUnsignedInt(format.getShort(SUB_FORMAT));
        }
        boolean whole = coding == WHOLE && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
        boolean floating = coding == FLOAT && (bits == 32 || bits == 64);
        if (!whole && !floating) {
            throw DiaboloException.user(
                    "data.unknown-coding",
                    Problem.of("its sound is of coding " + coding + " with " + bits + " bits")
                            .at(where)
                            .allowed("PCM (1) with 8, 16, 24 or 32 bits, or floats (3) with 32 or 64")
                            .remedy("convert it to PCM of 16 bits"));
        }
        if (channels < 1 || channels > MOST_CHANNELS || rate < 1 || rate > MOST_RATE) {
            throw DataErrors.badHeader(where, "it announces " + channels + " channels at " + rate + " Hz");
        }
        int block = channels * bits / Byte.SIZE;
        if (length % block != 0) {
            throw DataErrors.sizeMismatch(where, "samples of " + block + " bytes", length + " bytes of sound");
        }
        if (length == 0) {
            throw DiaboloException.user(
                    "data.empty",
                    Problem.of("there is no sound in it").at(where).remedy("leave it out"));
        }
        return new WavFile(path, (int) rate, channels, bits, floating, start, length / block);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file stops at byte " + (position + buffer.position()));
            }
        }
        return buffer.flip();
    }

    /**
     * The sound, with the mean of all channels.
     *
     * @return as many numbers as there are samples, from -1 to 1 for whole ones
     * @throws DiaboloException (USER) for a float that is not finite; (RESOURCE) where it does not fit into memory
     */
    float[] mono() throws IOException {
        if (samples > Integer.MAX_VALUE - 8
                || samples * Float.BYTES > Runtime.getRuntime().maxMemory() / 2) {
            throw DataErrors.memory(path.toString(), samples * Float.BYTES);
        }
        float[] mono = new float[(int) samples];
        int block = channels * bits / Byte.SIZE;
        int atOnce = Math.max(1, (1 << 16) / block);
        try (FileChannel channel = FileChannel.open(path)) {
            for (int from = 0; from < mono.length; from += atOnce) {
                int count = Math.min(atOnce, mono.length - from);
                ByteBuffer bytes = read(channel, start + (long) from * block, count * block);
                for (int i = 0; i < count; i++) {
                    mono[from + i] = mean(bytes, from + i);
                }
            }
        }
        return mono;
    }

    private float mean(ByteBuffer bytes, int number) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            double sample = sample(bytes);
            if (!Double.isFinite(sample)) {
                throw DataErrors.notFinite(path + ", sample " + (number + 1), Double.toString(sample));
            }
            sum += sample;
        }
        return (float) (sum / channels);
    }

    private double sample(ByteBuffer bytes) {
        if (floating) {
            return bits == Float.SIZE ? bytes.getFloat() : bytes.getDouble();
        }
        return switch (bits) {
            case 8 -> ((bytes.get() & 0xFF) - 128) / 128.0;
            case 16 -> bytes.getShort() / 0x1p15;
            case 24 -> ((bytes.get() & 0xFF) | (bytes.get() & 0xFF) << 8 | bytes.get() << 16) / 0x1p23;
            default -> bytes.getInt() / 0x1p31;
        };
    }
}
