package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.AuditStore;
import io.hoster.store.tenant.NoticeStore;
import io.hoster.ui.api.ApiJson;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** What happened: the audit of a tenant, and what a user was told. */
@WebRole
@Service
public final class ActivityService {

  private final WebTransactions transactions;
  private final AuditStore audit;
  private final NoticeStore notices;
  private final ApiJson json;

  ActivityService(
      WebTransactions transactions, AuditStore audit, NoticeStore notices, ApiJson json) {
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.json = json;
  }

  /** Who did what to which thing, from where. */
  @Schema(name = "AuditEntry")
  public record Entry(
      String id,
      Instant at,
      @Nullable String actorId,
      String actor,
      String action,
      String subjectKind,
      String subjectId,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      @Nullable String requestId,
      @Nullable String address) {}

  /** What a user was told. */
  public record Notification(
      String id, String subject, String text, Instant createdAt, @Nullable Instant sentAt) {}

  /** The audit of the actor's tenant, newest first. */
  public Page<Entry> audit(Actor actor, Cursor cursor, int limit) {
    List<AuditStore.Entry> rows =
        transactions.tenant(
            actor.tenant(), () -> audit.page(actor.tenant(), cursor.at(), cursor.id(), limit + 1));
    return Page.of(rows, limit, this::shown, row -> new Cursor(row.at(), row.id()));
  }

  /** Everybody's audit, newest first; for staff. */
  public Page<Entry> auditOfAll(Actor actor, Cursor cursor, int limit) {
    StaffService.require(actor);
    List<AuditStore.Entry> rows =
        transactions.system(() -> audit.all(cursor.at(), cursor.id(), limit + 1));
    return Page.of(rows, limit, this::shown, row -> new Cursor(row.at(), row.id()));
  }

  private Entry shown(AuditStore.Entry row) {
    return new Entry(
        row.id(),
        row.at(),
        row.actorId(),
        row.actorName(),
        row.action(),
        row.subjectKind(),
        row.subjectId(),
        tree(row.before()),
        tree(row.after()),
        row.requestId(),
        row.address());
  }

  private @Nullable JsonNode tree(@Nullable String text) {
    return text == null ? null : json.mapper().readTree(text);
  }

  /** What the actor was told, newest first. */
  public Page<Notification> notifications(Actor actor, Cursor cursor, int limit) {
    List<NoticeStore.Listed> rows =
        transactions.system(() -> notices.list(actor.user(), cursor.at(), cursor.id(), limit + 1));
    return Page.of(
        rows,
        limit,
        row -> new Notification(row.id(), row.subject(), row.text(), row.createdAt(), row.sentAt()),
        row -> new Cursor(row.createdAt(), row.id()));
  }
}
