/**
 * Turns whatever goes wrong with a request into a problem document (RFC 9457), wherever it went wrong: in a controller,
 * in a filter, or in the servlet container before any of ours saw the request.
 *
 * <p>Wiring installs it; nobody else calls it: to refuse, throw a {@link hoso.edge.Problem}.
 */
@NullMarked
package hoso.edge.answer;

import org.jspecify.annotations.NullMarked;
