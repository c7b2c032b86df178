package dev.diabolo.config;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;

/**
 * One component of a run.
 *
 * @param kind its kind
 * @param id its id
 * @param options its options, an instance of the record that its provider names
 */
public record ConfiguredComponent(ComponentKind<?> kind, ComponentId id, Record options) {}
