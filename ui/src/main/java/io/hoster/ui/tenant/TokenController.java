package io.hoster.ui.tenant;

import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API tokens over HTTP. */
@WebRole
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

  private final TokenService tokens;
  private final CurrentActor current;

  TokenController(TokenService tokens, CurrentActor current) {
    this.tokens = tokens;
    this.current = current;
  }

  @GetMapping
  Page<TokenService.Token> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return tokens.list(current.require(), Cursor.decode(cursor), Limit.of(limit));
  }

  record CreateRequest(
      @Nullable String name,
      @Nullable List<@Nullable String> scopes,
      @Nullable Instant expiresAt) {}

  record Created(
      String id,
      String name,
      Set<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      String token) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Created create(@RequestBody CreateRequest body) {
    TokenService.NewToken made =
        tokens.create(current.require(), body.name(), body.scopes(), body.expiresAt());
    TokenService.Token token = made.token();
    return new Created(
        token.id(),
        token.name(),
        token.scopes(),
        token.createdAt(),
        token.expiresAt(),
        made.secret());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    tokens.revoke(current.require(), id);
  }
}
