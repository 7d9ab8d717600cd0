package io.hoster.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PayloadCipherTest {

  private static final Payload PLAIN =
      Payload.newBuilder()
          .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
          .setData(ByteString.copyFromUtf8("{\"name\":\"blog\"}"))
          .build();

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private static PayloadCipher cipher(String current, Object... ring) {
    SortedMap<String, byte[]> keys = new TreeMap<>();
    for (int i = 0; i < ring.length; i += 2) {
      keys.put((String) ring[i], key((int) ring[i + 1]));
    }
    return new PayloadCipher(current, keys);
  }

  private static Payload sealed(PayloadCipher cipher) {
    return cipher.encode(List.of(PLAIN)).getFirst();
  }

  @Test
  void whatWasSealedOpensAgainWithItsKind() {
    PayloadCipher cipher = cipher("one", "one", 1);
    Payload sealed = sealed(cipher);
    assertThat(sealed.getData().toStringUtf8()).doesNotContain("blog");
    assertThat(cipher.decode(List.of(sealed))).containsExactly(PLAIN);
  }

  @Test
  void theSameTextIsSealedAnotherWayEachTime() {
    PayloadCipher cipher = cipher("one", "one", 1);
    assertThat(sealed(cipher).getData()).isNotEqualTo(sealed(cipher).getData());
  }

  @Test
  void anOldKeyStillOpensAfterTheChangeToANewOne() {
    Payload old = sealed(cipher("one", "one", 1));
    PayloadCipher changed = cipher("two", "one", 1, "two", 2);
    assertThat(changed.decode(List.of(old))).containsExactly(PLAIN);
    assertThat(sealed(changed).getMetadataOrThrow("encryption-key-id").toStringUtf8())
        .isEqualTo("two");
  }

  @Test
  void aKeyThatIsNotInTheRingIsNamed() {
    Payload old = sealed(cipher("one", "one", 1));
    assertThatThrownBy(() -> cipher("two", "two", 2).decode(List.of(old)))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("no key one in the ring");
  }

  @Test
  void anotherKeyOfTheSameNameDoesNotOpenIt() {
    Payload sealed = sealed(cipher("one", "one", 1));
    assertThatThrownBy(() -> cipher("one", "one", 2).decode(List.of(sealed)))
        .isInstanceOf(PayloadCodecException.class);
  }

  @Test
  void eachChangedByteIsFoundOut() {
    PayloadCipher cipher = cipher("one", "one", 1);
    Payload sealed = sealed(cipher);
    byte[] data = sealed.getData().toByteArray();
    for (int i = 0; i < data.length; i++) {
      byte[] changed = data.clone();
      changed[i] ^= 1;
      Payload tampered = sealed.toBuilder().setData(ByteString.copyFrom(changed)).build();
      assertThatThrownBy(() -> cipher.decode(List.of(tampered)))
          .isInstanceOf(PayloadCodecException.class);
    }
  }

  @Test
  void whatIsCutShortIsFoundOut() {
    PayloadCipher cipher = cipher("one", "one", 1);
    Payload sealed = sealed(cipher);
    for (int length = 0; length < sealed.getData().size(); length++) {
      Payload cut = sealed.toBuilder().setData(sealed.getData().substring(0, length)).build();
      assertThatThrownBy(() -> cipher.decode(List.of(cut)))
          .isInstanceOf(PayloadCodecException.class);
    }
  }

  @Test
  void whatWasNeverSealedPassesThrough() {
    assertThat(cipher("one", "one", 1).decode(List.of(PLAIN))).containsExactly(PLAIN);
  }

  @Test
  void aRingWithoutTheCurrentKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cipher("two", "one", 1))
        .withMessage("the key ring has no key two");
  }
}
