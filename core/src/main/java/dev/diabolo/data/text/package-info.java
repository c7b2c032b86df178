/**
 * Documents as bags of words: C. D. Manning, P. Raghavan, H. Schuetze, "Introduction to information retrieval", 2008, chapter 6;
 * hashed as in K. Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009, without the sign.
 */
@NullMarked
package dev.diabolo.data.text;

import org.jspecify.annotations.NullMarked;
