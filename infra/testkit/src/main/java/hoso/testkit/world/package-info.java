/**
 * Worlds made from a seed: reference data, dossiers and petitions as CloudEvents in order of arrival, with everything
 * that goes wrong in life, and questions about them.
 * Tests and benchmarks may call {@link hoso.testkit.world.RandomWorld} and {@link hoso.testkit.world.RandomQuestions}.
 */
@NullMarked
package hoso.testkit.world;

import org.jspecify.annotations.NullMarked;
