package io.hoster.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {

  @Test
  void readsWhatTheKernelSays() {
    List<String> status = List.of("Name:\tjava", "VmHWM:\t  500000 kB", "VmRSS:\t  400000 kB");

    assertThat(IdleMemory.residentMegabytes(status)).isEqualTo(409.6);
  }
}
