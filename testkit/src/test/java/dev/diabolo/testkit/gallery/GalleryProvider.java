package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/** Provides one component with a damage. */
abstract class GalleryProvider<C> implements ComponentProvider<Record, C> {
    private final Damage damage;

    GalleryProvider(Damage damage) {
        this.damage = damage;
    }

    abstract C make(Damage damage);

    @Override
    public ComponentId id() {
        return new ComponentId("gallery", "component");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Record> optionsType() {
        return (Class<Record>) GalleryOptions.of(damage);
    }

    @Override
    public String summary() {
        return damage == Damage.NO_SUMMARY ? "" : "a component to break";
    }

    @Override
    public C create(Record options) {
        if (damage == Damage.NO_DEFAULT) {
            throw DiaboloException.user("gallery.no-default", Problem.of("say how wide it is"));
        }
        if (damage == Damage.FRAGILE && ((GalleryOptions.Sound) options).width() == 0) {
            throw new IllegalStateException("nobody thought of a width of 0");
        }
        return make(damage);
    }
}
