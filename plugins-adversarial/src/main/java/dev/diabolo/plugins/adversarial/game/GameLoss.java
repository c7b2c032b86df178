package dev.diabolo.plugins.adversarial.game;

import dev.diabolo.spi.Loss;
import dev.diabolo.spi.training.Watch;
import java.util.List;
import java.util.Set;

/** A loss whose one group of its own are discriminators, and which is watched for what goes wrong in games. */
public interface GameLoss extends Loss {
    /** What lies together where the others give up, in the words of a message: "codes". */
    String made();

    @Override
    default Set<String> groups() {
        return Set.of(Game.DISCRIMINATOR);
    }

    @Override
    default List<Watch> watches() {
        return Collapse.watches(made());
    }
}
