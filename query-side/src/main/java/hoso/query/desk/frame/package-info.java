/**
 * What all pages have in common: the language, who is signed in, the tabs, how numbers and times are written, and what is shown
 * where a page cannot be.
 */
@NullMarked
package hoso.query.desk.frame;

import org.jspecify.annotations.NullMarked;
