/**
 * Units, procedures and calendars: decided here, and kept here for the deciders of dossiers and petitions, to whom they
 * are handed as arguments.
 */
@NullMarked
package hoso.command.reference;

import org.jspecify.annotations.NullMarked;
