package io.hoster.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

  @TempDir private Path home;

  private MasterKey load(String given, String env) {
    return MasterKey.load(new SecretSettings(given, home.resolve("data"), env));
  }

  @Test
  void theFirstStartMakesAFileThatOnlyItsOwnerReads() throws IOException {
    MasterKey made = load(null, null);
    Path file = home.resolve("data/master.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    assertThat(load(" ", null).derive("x")).isEqualTo(made.derive("x"));
  }

  @Test
  void productionMakesNoKeyByItself() {
    assertThatIllegalStateException()
        .isThrownBy(() -> load(null, "production"))
        .withMessageStartingWith("HOSTER_MASTER_KEY is missing");
    assertThat(home).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "secret-that-is-no-number", "00", "zz", "+f"})
  void aWrongKeyIsOneSentenceThatDoesNotRepeatIt(String given) {
    assertThatIllegalStateException()
        .isThrownBy(() -> load(given, null))
        .withMessage(
            "HOSTER_MASTER_KEY must hold 64 hexadecimal digits: give it the key of this installation.");
  }

  @Test
  void aBrokenFileIsNamed() throws IOException {
    Path file = Files.createDirectories(home.resolve("data")).resolve("master.key");
    Files.writeString(file, "");
    assertThatIllegalStateException()
        .isThrownBy(() -> load(null, null))
        .withMessageStartingWith(file + " must hold 64 hexadecimal digits");
  }

  @Test
  void eachPurposeHasAKeyOfItsOwnAndNoneIsTheMasterKey() {
    MasterKey key = load("ab".repeat(32), "production");
    assertThat(key.derive("one")).hasSize(32).isNotEqualTo(key.derive("two"));
    assertThat(key.derive("one")).isEqualTo(load("ab".repeat(32), null).derive("one"));
    assertThat(key.id()).matches("[0-9a-f]{8}");
    assertThat(key.toString()).isEqualTo("MasterKey[***]");
  }
}
