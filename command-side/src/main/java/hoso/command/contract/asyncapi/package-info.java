/** The topics, who writes and reads them, and what lies on them, as AsyncAPI 3.0; pure. */
@NullMarked
package hoso.command.contract.asyncapi;

import org.jspecify.annotations.NullMarked;
