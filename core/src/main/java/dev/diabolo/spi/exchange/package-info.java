/** What other frameworks' formats are written from; see {@link dev.diabolo.spi.exchange.ModelExport}. */
@NullMarked
package dev.diabolo.spi.exchange;

import org.jspecify.annotations.NullMarked;
