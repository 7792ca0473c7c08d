/**
 * Asks the API's own controllers, in this process, and reads their answers as the JSON that anybody else is sent: what a page
 * shows can be asked for by a program, and rights are judged in one place.
 */
@NullMarked
package hoso.query.desk.ask;

import org.jspecify.annotations.NullMarked;
