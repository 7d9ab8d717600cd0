package io.hoster.ui.tenant;

import io.hoster.ui.security.Client;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.SessionCookie;
import io.hoster.ui.security.SignInCookies;
import io.hoster.ui.security.WebRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP. */
@WebRole
@RestController
@RequestMapping("/auth")
class AuthController {

  private final AccountService accounts;
  private final CurrentActor current;
  private final SessionCookie cookie;
  private final SignInCookies cookies;

  AuthController(
      AccountService accounts, CurrentActor current, SessionCookie cookie, SignInCookies cookies) {
    this.accounts = accounts;
    this.current = current;
    this.cookie = cookie;
    this.cookies = cookies;
  }

  record RegisterRequest(
      @Nullable String name, @Nullable String email, @Nullable String password) {}

  @PostMapping("/register")
  @ResponseStatus(HttpStatus.CREATED)
  Me register(
      @RequestBody RegisterRequest body, HttpServletRequest request, HttpServletResponse response) {
    Registration registration = Registration.of(body.name(), body.email(), body.password());
    return signedIn(accounts.register(registration, Client.of(request)), request, response);
  }

  record SetupRequest(
      @Nullable String token,
      @Nullable String name,
      @Nullable String email,
      @Nullable String password) {}

  @PostMapping("/setup")
  @ResponseStatus(HttpStatus.CREATED)
  Me setUp(
      @RequestBody SetupRequest body, HttpServletRequest request, HttpServletResponse response) {
    Registration registration = Registration.of(body.name(), body.email(), body.password());
    return signedIn(
        accounts.setUp(body.token(), registration, Client.of(request)), request, response);
  }

  record LoginRequest(@Nullable String email, @Nullable String password, @Nullable String totp) {}

  @PostMapping("/login")
  Me login(
      @RequestBody LoginRequest body, HttpServletRequest request, HttpServletResponse response) {
    return signedIn(
        accounts.login(body.email(), body.password(), body.totp(), Client.of(request)),
        request,
        response);
  }

  private Me signedIn(SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
    cookies.signIn(request, response, signIn.token());
    return signIn.me();
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(HttpServletRequest request, HttpServletResponse response) {
    accounts.logout(cookie.read(request).orElse(null));
    cookies.signOut(response);
  }

  @GetMapping("/me")
  Me me() {
    return accounts.me(current.require());
  }

  record ChangeRequest(@Nullable String name, @Nullable String colorScheme) {}

  @PatchMapping("/me")
  Me change(@RequestBody ChangeRequest body) {
    if (body.name() != null) {
      accounts.changeName(current.require(), body.name());
    }
    if (body.colorScheme() != null) {
      accounts.changeColorScheme(current.require(), body.colorScheme());
    }
    return accounts.me(current.require());
  }

  record PasswordRequest(@Nullable String currentPassword, @Nullable String password) {}

  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@RequestBody PasswordRequest body, HttpServletRequest request) {
    String session = current.requireSession();
    accounts.changePassword(
        current.require(), session, body.currentPassword(), body.password(), Client.of(request));
  }

  record ForgotRequest(@Nullable String email) {}

  @PostMapping("/forgot")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void forgot(@RequestBody ForgotRequest body, HttpServletRequest request) {
    accounts.forgot(body.email(), Client.of(request));
  }

  record ResetRequest(@Nullable String token, @Nullable String password) {}

  @PostMapping("/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(@RequestBody ResetRequest body, HttpServletRequest request) {
    accounts.reset(body.token(), body.password(), Client.of(request));
  }

  record VerifyRequest(@Nullable String token) {}

  @PostMapping("/verify")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void verify(@RequestBody VerifyRequest body, HttpServletRequest request) {
    accounts.verify(body.token(), Client.of(request));
  }

  @PostMapping("/verify/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void resend() {
    accounts.resendVerification(current.require());
  }
}
