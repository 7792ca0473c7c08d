/**
 * The contract as JSON schemas (draft 2020-12), made from the table of types by which events are read.
 *
 * <p>Whoever serves or documents the contract asks {@link hoso.event.schema.JsonSchemas}; nothing is validated by them.
 */
@NullMarked
package hoso.event.schema;

import org.jspecify.annotations.NullMarked;
