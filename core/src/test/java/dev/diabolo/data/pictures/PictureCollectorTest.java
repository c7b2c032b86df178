package dev.diabolo.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCollectorTest {
    private static final long BUDGET = 100;

    @Property
    void whatIsDecodedTogetherFitsTogether(@ForAll @NotEmpty List<@LongRange(max = 150) Long> sizes) {
        long[] pixels = sizes.stream().mapToLong(Long::longValue).toArray();

        int begin = 0;
        for (int end : PictureCollector.ends(pixels, BUDGET)) {
            long[] part = Arrays.copyOfRange(pixels, begin, end);
            assertThat(part).isNotEmpty();
            long largest = Arrays.stream(part).max().orElseThrow();
            assertThat(Arrays.stream(part).sum()).isLessThanOrEqualTo(Math.max(BUDGET, largest));
            begin = end;
        }
        assertThat(begin).isEqualTo(pixels.length);
    }

    @Test
    void smallPicturesAreDecodedTogether() {
        assertThat(PictureCollector.ends(new long[] {40, 60, 1, 99, 100, 0}, BUDGET))
                .containsExactly(2, 4, 6);
    }

    @Test
    void aPicturesPixelsAreThoseOfItsHeader(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");

        PictureDecoder decoder = new PictureDecoder(1);

        assertThat(decoder.pixels(picture)).isEqualTo(600);
        assertThat(decoder.pixels(broken)).isZero();
    }
}
