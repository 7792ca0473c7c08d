/**
 * Fills templates that were written in Word and Excel: it copies their paragraphs and rows and puts values in, and writes
 * no form of its own. Knows nothing of snapshots.
 */
@NullMarked
package hoso.query.snapshot.document.template;

import org.jspecify.annotations.NullMarked;
