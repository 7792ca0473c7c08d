/**
 * The contract for publishers as documents that programs read: a JSON schema of each type, and AsyncAPI.
 *
 * <p>Wiring imports {@link hoso.command.contract.ContractConfiguration}; anybody may read the documents, without a token.
 */
@NullMarked
package hoso.command.contract;

import org.jspecify.annotations.NullMarked;
