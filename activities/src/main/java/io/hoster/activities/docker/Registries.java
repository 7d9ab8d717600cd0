package io.hoster.activities.docker;

import io.hoster.workflows.FailureType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where images may come from. An image's name is a customer's to choose, and the engine asks
 * whatever host it names: none inside the node's own networks, unless an operator said so.
 */
final class Registries {

  /** Shared by carriers, and private to whoever uses it. */
  private static final int CARRIER_FIRST = 100;

  private static final int CARRIER_MASK = 0xC0;
  private static final int CARRIER_SECOND = 64;

  /** The first byte of IPv6's unique local addresses is 0xFC or 0xFD. */
  private static final int LOCAL_V6 = 0xFC;

  private static final int LOCAL_V6_MASK = 0xFE;
  private static final int V6_BYTES = 16;

  private final Set<String> inner;

  /**
   * @param inner hosts inside that may be asked all the same, without a port
   */
  Registries(Collection<String> inner) {
    this.inner = Set.copyOf(inner);
  }

  /**
   * Refuses an image whose registry is inside.
   *
   * @throws EngineException INVALID_REQUEST
   */
  void requireOutside(String image) {
    Optional<String> host = host(image).filter(name -> !inner.contains(name));
    if (host.isPresent() && addresses(host.get()).stream().anyMatch(Registries::isInside)) {
      throw new EngineException(
          FailureType.INVALID_REQUEST,
          "The image %s names a host inside the platform's own network. Use a registry that everybody can reach."
              .formatted(image),
          null);
    }
  }

  /** The host that {@code image} names, without its port; empty: the public hub. */
  static Optional<String> host(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
    return named ? Optional.of(first.replaceFirst(":[0-9]*$", "")) : Optional.empty();
  }

  /** Whom nobody knows the engine will not reach either, and says so. */
  private static List<InetAddress> addresses(String host) {
    try {
      return Arrays.asList(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = Byte.toUnsignedInt(bytes[0]);
    boolean carrier =
        bytes.length < V6_BYTES
            && first == CARRIER_FIRST
            && (Byte.toUnsignedInt(bytes[1]) & CARRIER_MASK) == CARRIER_SECOND;
    boolean localV6 = bytes.length == V6_BYTES && (first & LOCAL_V6_MASK) == LOCAL_V6;
    return carrier
        || localV6
        || first == 0
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }
}
