/**
 * What comes before the application: options, the data folder, the port, PostgreSQL and its roles; no framework.
 *
 * <p>Entered by {@code infra/run} through {@link hoso.standalone.launch.Launcher}; the application enters as a {@link
 * hoso.standalone.launch.House}.
 */
@NullMarked
package hoso.standalone.launch;

import org.jspecify.annotations.NullMarked;
