package io.hoster.ui.security;

import io.hoster.store.tenant.AuditStore;
import io.hoster.ui.api.ApiJson;
import io.hoster.workflows.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes who did what, in the transaction of the deed. */
@WebRole
@Component
public final class Audit {

  private final AuditStore store;
  private final ApiJson json;

  Audit(AuditStore store, ApiJson json) {
    this.store = store;
    this.json = json;
  }

  /** The actor as the store knows a doer. */
  public static AuditStore.Doer doer(Actor actor) {
    return new AuditStore.Doer(
        actor.user(), actor.name(), null, actor.requestId(), actor.address());
  }

  /** Writes a line for the actor's tenant: something happened to {@code subjectId}. */
  public void record(Actor actor, String action, String subjectKind, String subjectId) {
    store.record(actor.tenant(), doer(actor), action, subjectKind, subjectId, null, null);
  }

  /** Writes a line for another tenant than the actor's, in a transaction of the platform. */
  public void recordFor(
      TenantId tenant, Actor actor, String action, String subjectKind, String subjectId) {
    store.record(tenant, doer(actor), action, subjectKind, subjectId, null, null);
  }

  /** Writes a line for another tenant, with what it is now. */
  public void recordFor(
      TenantId tenant,
      Actor actor,
      String action,
      String subjectKind,
      String subjectId,
      Object after) {
    store.record(tenant, doer(actor), action, subjectKind, subjectId, null, json.write(after));
  }

  /**
   * Writes a line for the actor's tenant.
   *
   * @param before what it was, without secrets; null: nothing
   * @param after what it is now, without secrets; null: nothing
   */
  public void record(
      Actor actor,
      String action,
      String subjectKind,
      String subjectId,
      @Nullable Object before,
      @Nullable Object after) {
    store.record(
        actor.tenant(),
        doer(actor),
        action,
        subjectKind,
        subjectId,
        before == null ? null : json.write(before),
        after == null ? null : json.write(after));
  }
}
