/**
 * What every decision is about and how it ends: a submission in, and accepted, a duplicate or refused out.
 *
 * <p>Pure values, called by the deciders of dossiers, petitions and reference data.
 */
@NullMarked
package hoso.command.judgement;

import org.jspecify.annotations.NullMarked;
