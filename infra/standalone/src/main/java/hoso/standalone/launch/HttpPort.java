package hoso.standalone.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;

/** The port to be served, looked at before anything slow begins. */
record HttpPort(InetAddress bind, int number) {

    void check() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(bind, number));
        } catch (BindException e) {
            throw refusal();
        } catch (IOException e) {
            throw Refused.unavailable("cannot listen on " + this + ": " + e.getMessage());
        }
    }

    Refused refusal() {
        if (!isOfThisMachine()) {
            return Refused.unavailable(
                    bind.getHostAddress() + " is not an address of this machine: choose another --bind");
        }
        // the kernel says EACCES for a low port, EADDRINUSE for a taken one; Java says BindException for both
        return number > 0 && number < 1024 && !DataFolder.isRoot()
                ? Refused.unavailable("port " + number + " is taken, or needs root: choose another with --port")
                : Refused.unavailable(
                        "port " + number + " on " + bind.getHostAddress() + " is taken: choose another with --port");
    }

    private boolean isOfThisMachine() {
        try {
            return bind.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(bind) != null
                    || bind.isLoopbackAddress();
        } catch (SocketException e) {
            return true;
        }
    }

    @Override
    public String toString() {
        return bind.getHostAddress() + " port " + number;
    }
}
