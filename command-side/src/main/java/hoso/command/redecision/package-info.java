/**
 * A calendar published late changes no dossier by itself: here those are found whose due instant it would change, and
 * decided anew in one go; and those that a calendar would affect which is not published yet.
 *
 * <p>HTTP calls it; it folds the store's own log, and publishes through the same judging as any publisher.
 */
@NullMarked
package hoso.command.redecision;

import org.jspecify.annotations.NullMarked;
