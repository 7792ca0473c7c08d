/**
 * The feed of a query side with a database of its own: what command sides publish to Kafka is landed, by any number of
 * consumers, and gets its place in one local order from one sequencer. From there on it is a log like any other.
 *
 * <p>Origins are kept apart: each has positions, units, dossiers and reference data of its own.
 */
@NullMarked
package hoso.query.feed.landing;

import org.jspecify.annotations.NullMarked;
