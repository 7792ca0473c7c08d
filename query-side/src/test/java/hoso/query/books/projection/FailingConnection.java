package hoso.query.books.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection that breaks at its n-th statement or commit: half of the commits before they happen, half after. */
final class FailingConnection {

    static final String MESSAGE = "the connection broke";

    private FailingConnection() {}

    static Connection of(Connection real, int breaksAt) {
        var count = new int[1];
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean counted = method.getName().startsWith("prepareStatement")
                            || method.getName().equals("createStatement")
                            || method.getName().equals("unwrap")
                            || method.getName().equals("commit");
                    boolean breaks = counted && ++count[0] >= breaksAt;
                    boolean afterwards = method.getName().equals("commit") && count[0] % 2 == 0;
                    if (breaks && !afterwards) throw broken(real);
                    Object answer = invoke(real, method, arguments);
                    if (breaks) throw broken(real);
                    return answer;
                });
    }

    private static Object invoke(Connection real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static SQLException broken(Connection real) throws SQLException {
        real.close();
        return new SQLException(MESSAGE);
    }
}
