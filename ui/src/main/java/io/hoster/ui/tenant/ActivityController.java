package io.hoster.ui.tenant;

import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Audit and notifications over HTTP. */
@WebRole
@RestController
@RequestMapping("/api/v1")
class ActivityController {

  private final ActivityService activity;
  private final CurrentActor current;

  ActivityController(ActivityService activity, CurrentActor current) {
    this.activity = activity;
    this.current = current;
  }

  @GetMapping("/audit")
  Page<ActivityService.Entry> audit(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return activity.audit(current.require(), Cursor.decode(cursor), Limit.of(limit));
  }

  @GetMapping("/admin/audit")
  Page<ActivityService.Entry> auditOfAll(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return activity.auditOfAll(current.require(), Cursor.decode(cursor), Limit.of(limit));
  }

  @GetMapping("/notifications")
  Page<ActivityService.Notification> notifications(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return activity.notifications(current.require(), Cursor.decode(cursor), Limit.of(limit));
  }
}
