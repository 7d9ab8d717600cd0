package io.hoster.activities.docker;

import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Whether a server in a container holds connections to its published port. The engine's proxy takes
 * them from the start, and hangs up at once while nobody listens behind it.
 */
final class PublishedPort {

  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** Longer than the proxy takes to be refused; wrong once, a check is run in vain. */
  private static final Duration HANGS_UP_WITHIN = Duration.ofMillis(3);

  private PublishedPort() {}

  static boolean isHeld(Ports.Binding binding) {
    String port = binding.getHostPortSpec();
    if (port == null || !port.matches("[0-9]{1,5}")) {
      return true; // nothing to ask at: the check itself will tell
    }
    String address = binding.getHostIp();
    return isHeld(
        new InetSocketAddress(
            address == null || address.isEmpty() ? ContainerSpecs.LOOPBACK : address,
            Integer.parseInt(port)));
  }

  static boolean isHeld(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, Math.toIntExact(CONNECT.toMillis()));
      socket.setSoTimeout(Math.toIntExact(HANGS_UP_WITHIN.toMillis()));
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException _) {
      return true; // it waits for us to speak
    } catch (IOException _) {
      return false; // refused, or reset
    }
  }
}
