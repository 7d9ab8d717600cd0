package io.hoster.ui.tenant;

import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts as staff see them, over HTTP. */
@WebRole
@RestController
@RequestMapping("/api/v1/admin")
class StaffController {

  private final StaffService staff;
  private final CurrentActor current;

  StaffController(StaffService staff, CurrentActor current) {
    this.staff = staff;
    this.current = current;
  }

  @GetMapping("/users")
  Page<StaffService.ListedUser> users(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return staff.users(current.require(), q, Cursor.decode(cursor), Limit.of(limit));
  }

  record RolesRequest(@Nullable List<@Nullable String> staffRoles) {}

  @PutMapping("/users/{user}/roles")
  StaffService.UserRoles setRoles(@PathVariable UserId user, @RequestBody RolesRequest body) {
    return staff.setRoles(current.require(), user, body.staffRoles());
  }

  record PlanRequest(@Nullable String plan) {}

  @PutMapping("/tenants/{tenant}/plan")
  StaffService.TenantPlan setPlan(@PathVariable TenantId tenant, @RequestBody PlanRequest body) {
    return staff.setPlan(current.require(), tenant, body.plan());
  }
}
