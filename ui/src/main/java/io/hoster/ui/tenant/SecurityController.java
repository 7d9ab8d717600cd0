package io.hoster.ui.tenant;

import io.hoster.ui.api.Page;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.SecondFactor;
import io.hoster.ui.security.SignInCookies;
import io.hoster.ui.security.WebRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Second factor, sessions and the end of an account over HTTP. Not for API tokens. */
@WebRole
@RestController
@RequestMapping("/auth")
class SecurityController {

  private final SecondFactorService secondFactor;
  private final SessionService sessions;
  private final AccountRemoval removal;
  private final CurrentActor current;
  private final SignInCookies cookies;

  SecurityController(
      SecondFactorService secondFactor,
      SessionService sessions,
      AccountRemoval removal,
      CurrentActor current,
      SignInCookies cookies) {
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.removal = removal;
    this.current = current;
    this.cookies = cookies;
  }

  @PostMapping("/totp")
  SecondFactor.Proposal propose() {
    current.requireSession();
    return secondFactor.propose(current.require());
  }

  record CodeRequest(@Nullable String code) {}

  @PostMapping("/totp/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@RequestBody CodeRequest body, HttpServletRequest request) {
    current.requireSession();
    secondFactor.confirm(current.require(), body.code(), Client.of(request));
  }

  record Confirmation(@Nullable String password) {}

  @DeleteMapping("/totp")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void switchOff(@RequestBody Confirmation body, HttpServletRequest request) {
    current.requireSession();
    secondFactor.remove(current.require(), body.password(), Client.of(request));
  }

  @GetMapping("/sessions")
  Page<SessionService.Session> sessions() {
    String session = current.requireSession();
    return Page.whole(sessions.list(current.require(), session));
  }

  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    current.requireSession();
    sessions.revoke(current.require(), id);
  }

  @DeleteMapping("/me")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void remove(
      @RequestBody Confirmation body, HttpServletRequest request, HttpServletResponse response) {
    current.requireSession();
    removal.remove(current.require(), body.password(), Client.of(request));
    cookies.signOut(response);
  }
}
