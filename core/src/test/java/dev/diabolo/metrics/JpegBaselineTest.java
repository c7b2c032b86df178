package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegBaselineTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 16", "3, 1", "3, 16"})
    void goodQualityBringsImagesBack(int channels, int perFile) {
        TensorSpec spec = TensorSpec.of(channels, 20, 28);
        List<float[]> images = ramps(spec, 20);

        JpegBaseline jpeg = JpegBaseline.near(1e9, images, spec, perFile);

        assertThat(jpeg.percent()).isEqualTo(100);
        assertThat(jpeg.quality().count()).isEqualTo(20);
        assertThat(jpeg.quality().psnr()).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"1", "16"})
    void theSizeComesNearToWhatIsAskedFor(int perFile) {
        TensorSpec spec = TensorSpec.of(1, 28, 28);
        List<float[]> images = ramps(spec, 32);
        double least = JpegBaseline.near(0, images, spec, perFile).bytesPerImage();
        double most = JpegBaseline.near(1e9, images, spec, perFile).bytesPerImage();
        double wanted = (least + most) / 2;

        JpegBaseline jpeg = JpegBaseline.near(wanted, images, spec, perFile);

        assertThat(jpeg.bytesPerImage()).isBetween(0.8 * wanted, 1.2 * wanted);
        assertThat(jpeg.headerBytesPerImage()).isPositive().isLessThan(jpeg.bytesPerImage());
    }

    /** Side by side they would be wider than a JPEG can be, or more pixels than we draw at once. */
    @ParameterizedTest
    @CsvSource({"2, 17000, 9", "1, 40000, 1", "600, 600, 36"})
    void largeImagesShareAFileWithFewerOthers(int height, int width, int perFile) {
        TensorSpec spec = TensorSpec.of(1, height, width);
        int count = Math.max(10, perFile + 4);

        JpegBaseline jpeg = JpegBaseline.near(1e9, ramps(spec, count), spec, 1024);

        assertThat(jpeg.imagesPerFile()).isEqualTo(perFile);
        assertThat(jpeg.quality().count()).isEqualTo(count);
        assertThat(jpeg.quality().psnr()).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"784", "2x28x28", "1x70000x2", "3x5000x5000"})
    void onlyImagesThatJpegCanHoldApply(String shape) {
        long[] sizes = java.util.Arrays.stream(shape.split("x"))
                .mapToLong(Long::parseLong)
                .toArray();

        assertThat(JpegBaseline.applies(TensorSpec.of(sizes))).isFalse();
    }

    private static List<float[]> ramps(TensorSpec spec, int count) {
        List<float[]> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] image = new float[spec.size()];
            int plane = (int) (spec.dimension(1) * spec.dimension(2));
            for (int j = 0; j < image.length; j++) {
                double place = j % plane / (double) plane;
                image[j] = (float) (0.5 + 0.4 * Math.sin(3 * place + i));
            }
            images.add(image);
        }
        return images;
    }
}
