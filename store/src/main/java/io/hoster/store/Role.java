package io.hoster.store;

/** The database roles that a pool can take on. */
enum Role {
  WEB("hoster_web"),
  WORKER("hoster_worker");

  private final String sqlName;

  Role(String sqlName) {
    this.sqlName = sqlName;
  }

  String sqlName() {
    return sqlName;
  }
}
