package io.hoster.ui.tenant;

import io.hoster.ui.api.Page;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.UserId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members and invitations over HTTP. */
@WebRole
@RestController
@RequestMapping("/api/v1")
class MemberController {

  private final MemberService members;
  private final InvitationService invitations;
  private final CurrentActor current;

  MemberController(MemberService members, InvitationService invitations, CurrentActor current) {
    this.members = members;
    this.invitations = invitations;
    this.current = current;
  }

  @GetMapping("/members")
  Page<MemberService.Member> members() {
    return Page.whole(members.list(current.require()));
  }

  @DeleteMapping("/members/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UserId user) {
    members.remove(current.require(), user);
  }

  @GetMapping("/invitations")
  Page<InvitationService.Invitation> invitations() {
    return Page.whole(invitations.list(current.require()));
  }

  record InviteRequest(@Nullable String email, @Nullable String role) {}

  @PostMapping("/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationService.Invitation invite(@RequestBody InviteRequest body, HttpServletRequest request) {
    return invitations.invite(current.require(), body.email(), body.role(), Client.of(request));
  }

  @DeleteMapping("/invitations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    invitations.revoke(current.require(), id);
  }

  record AcceptRequest(@Nullable String token) {}

  @PostMapping("/invitations/accept")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void accept(@RequestBody AcceptRequest body) {
    invitations.accept(current.require(), current.requireSession(), body.token());
  }
}
