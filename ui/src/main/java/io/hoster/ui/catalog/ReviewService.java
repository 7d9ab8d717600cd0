package io.hoster.ui.catalog;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.ReviewStore;
import io.hoster.store.catalog.ReviewStore.Waiting;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.tenant.StaffService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The staff's look at what tenants want to publish for all. Who is no staff gets 404. */
@WebRole
@Service
public class ReviewService {

  private static final int LONGEST_REASON = 500;

  private final WebTransactions transactions;
  private final ReviewStore reviews;
  private final TemplateQueries templates;
  private final TemplateService reader;
  private final Audit audit;

  ReviewService(
      WebTransactions transactions,
      ReviewStore reviews,
      TemplateQueries templates,
      TemplateService reader,
      Audit audit) {
    this.transactions = transactions;
    this.reviews = reviews;
    this.templates = templates;
    this.reader = reader;
    this.audit = audit;
  }

  /** What waits, longest first. */
  public List<ReviewJson> waiting(Actor actor, int limit) {
    requireReviewer(actor);
    return transactions.system(() -> reviews.waiting(limit)).stream().map(ReviewJson::of).toList();
  }

  /** The version that waits, with all it says; Problem 404 when none of this name does. */
  public TemplateDetail get(Actor actor, String slug) {
    requireReviewer(actor);
    return transactions.system(() -> shown(reviews.lock(slug).orElseThrow(Problem::notFound)));
  }

  /** What a version says, in short: another text, another checksum. */
  String checksum(Actor actor, String slug) {
    requireReviewer(actor);
    return transactions.system(() -> checksum(lock(slug)));
  }

  private String checksum(Waiting waiting) {
    return templates
        .byVersion(waiting.tenant(), waiting.version())
        .orElseThrow(Problem::notFound)
        .checksum();
  }

  /**
   * Publishes it for all.
   *
   * @param seen the checksum of what the actor read; null: whatever waits now
   * @throws Problem 404, 409 invalid_state when it does not wait, 409 conflict when it is another
   *     text by now
   */
  public TemplateDetail approve(Actor actor, String slug, @Nullable String seen) {
    requireReviewer(actor);
    return transactions.system(() -> {
      Waiting waiting = lock(slug);
      if (seen != null && !seen.equals(checksum(waiting))) {
        throw Problem.conflict(
            "conflict", "Its author changed it since you read it. Read it again.");
      }
      reviews.approve(waiting);
      audit.recordFor(
          waiting.tenant(),
          actor,
          "template.approved",
          "template",
          waiting.template(),
          waiting.versionName());
      return shown(waiting);
    });
  }

  /**
   * Gives it back to its author.
   *
   * @param reason for the author to read
   * @throws Problem 404, 409 invalid_state when it does not wait, 422 without a reason
   */
  public TemplateDetail reject(Actor actor, String slug, String reason) {
    requireReviewer(actor);
    String said = reason.strip();
    if (said.isEmpty() || said.length() > LONGEST_REASON) {
      throw Problem.invalid("/reason", "Say why, in 1 to 500 characters. The author reads it.");
    }
    return transactions.system(() -> {
      Waiting waiting = lock(slug);
      reviews.reject(waiting, said);
      audit.recordFor(
          waiting.tenant(), actor, "template.rejected", "template", waiting.template(), said);
      return shown(waiting);
    });
  }

  private static void requireReviewer(Actor actor) {
    StaffService.require(actor, StaffRole.SUPPORT, StaffRole.OPERATOR);
  }

  private Waiting lock(String slug) {
    return reviews
        .lock(slug)
        .orElseThrow(() ->
            reviews.exists(slug)
                ? Problem.conflict("invalid_state", "No version of this template is in review.")
                : Problem.notFound());
  }

  private TemplateDetail shown(Waiting waiting) {
    return reader.detail(
        templates.byVersion(waiting.tenant(), waiting.version()).orElseThrow(Problem::notFound),
        templates.releases(waiting.tenant(), waiting.slug()));
  }
}
