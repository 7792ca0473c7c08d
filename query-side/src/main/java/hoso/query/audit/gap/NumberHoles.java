package hoso.query.audit.gap;

import java.time.LocalDate;
import java.util.List;

/**
 * The dossiers of a day that were numbered and never published.
 *
 * @param highest number that was published
 * @param missing the first of those below it that were not
 * @param count how many they are
 * @param unverified how many more are not a unit's of the question, of which it was not looked up whether others have them
 */
record NumberHoles(String prefix, LocalDate day, int highest, List<Integer> missing, int count, int unverified) {}
