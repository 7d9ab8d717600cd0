package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.ListPage;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Templates that wait to be published for all, longest first. */
@Route("staff/templates")
@Menu(title = "nav.reviews", order = 23, icon = "vaadin:glasses")
@RolesAllowed({"SUPPORT", "OPERATOR"})
class ReviewsView extends ListPage<ReviewJson> implements BeforeEnterObserver {

  private static final int MOST = 200;

  private final ReviewService reviews;
  private final Actor actor;

  ReviewsView(ReviewService reviews, Visitor visitor) {
    super(text("reviews.title"), CatalogNavigation.reviews());
    this.reviews = reviews;
    this.actor = visitor.require();
    grid.addComponentColumn(ReviewsView::name).setHeader(text("reviews.template")).setFlexGrow(3);
    grid.addColumn(ReviewJson::version).setHeader(text("template.version")).setFlexGrow(1);
    grid.addColumn(ReviewJson::creator).setHeader(text("reviews.creator")).setFlexGrow(2);
    grid.addComponentColumn(row -> HosterTime.ago(row.submittedAt()))
        .setHeader(text("reviews.since"))
        .setFlexGrow(0)
        .setWidth("8rem");
  }

  private static Component name(ReviewJson row) {
    Anchor name = new Anchor(CatalogNavigation.review(row.slug()), row.name());
    name.addClassName("row-link");
    return TwoLines.of(name, row.slug());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    refresh();
  }

  @Override
  protected KeysetRows.Stretch<ReviewJson> read(@Nullable String after) {
    return new KeysetRows.Stretch<>(reviews.waiting(actor, MOST), null);
  }

  @Override
  protected Component emptyFace() {
    return new EmptyFace(AppIcon.REVIEW, text("reviews.none"), "");
  }
}
