/**
 * The specification by example: two worlds with the verdict on each line, nine reports and every dossier.
 * Any test may call it.
 */
@NullMarked
package hoso.testkit.examples;

import org.jspecify.annotations.NullMarked;
