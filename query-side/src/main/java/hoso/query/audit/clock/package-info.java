/**
 * The clock account of a dossier: its working time from the receipt to its end, segment by segment, how its due instant came
 * about, and how both would be with other facts. Pure: facts, rules and moments in, values out.
 */
@NullMarked
package hoso.query.audit.clock;

import org.jspecify.annotations.NullMarked;
