package io.hoster.workflows.metering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageTypeTest {

  @ParameterizedTest
  @CsvSource({
    "db-data, postgres:15.20, DATABASE",
    "data, docker.io/library/mariadb@sha256:0123, DATABASE",
    "data, registry.example:5000/team/redis, DATABASE",
    "uploads, wordpress:6.8, STATIC",
    "postgres, nginx:1.22.1, STATIC",
    "page-cache, nginx:1.22.1, CACHE",
    "cache, redis:7, CACHE",
    "access-logs, nginx, LOGS",
    "catalog, nginx, STATIC"
  })
  void followsTheVolumesNameAndTheImage(String volume, String image, StorageType type) {
    assertThat(StorageType.ofVolume(volume, image)).isEqualTo(type);
  }
}
