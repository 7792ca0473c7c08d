/**
 * A second, slow and obvious reading of the domain: the judge the product is compared with, cell by cell.
 * Tests may call {@link hoso.testkit.brute.BruteHouse} and what it answers with; nothing here may use the product's own
 * classes, so that one mistake is not made twice in the same place.
 */
@NullMarked
package hoso.testkit.brute;

import org.jspecify.annotations.NullMarked;
