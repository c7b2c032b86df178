/** What a trainer hands to the engine: phases, objectives, schedules, optimisers. Data, not code. */
@NullMarked
package dev.diabolo.spi.training;

import org.jspecify.annotations.NullMarked;
