/**
 * The ledger: what a dossier or petition in its present state contributes to every figure, and what an event posts.
 *
 * <p>Pure functions; books keep what they post, reports sum it.
 */
@NullMarked
package hoso.query.ledger;

import org.jspecify.annotations.NullMarked;
