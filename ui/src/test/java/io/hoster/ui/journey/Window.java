package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A browser's window and the words that a person finds things by. */
final class Window implements AutoCloseable {

  /** Long enough for a loaded machine: nothing is measured here. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The engine made a network on this machine; what the browser was loading then is lost. */
  private static final Pattern NETWORK_CHANGED =
      Pattern.compile("net::ERR_(NETWORK_CHANGED|SOCKET_NOT_CONNECTED)");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final BrowserContext context;
  private final String address;
  private final Path last;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Set<Request> unanswered = new CopyOnWriteArraySet<>();
  private final Set<Page> torn = new CopyOnWriteArraySet<>();

  Window(BrowserContext context, Installation installation) {
    this.context = context;
    this.address = installation.console();
    this.last = installation.logs().resolve("window-" + NUMBER.incrementAndGet() + ".png");
    context.setDefaultTimeout(PATIENCE.toMillis());
    context.onPage(this::listen);
    this.page = context.newPage();
  }

  private void listen(Page opened) {
    opened.onConsoleMessage(message -> {
      if (message.type().equals("error")
          && message.location().startsWith(address + "/")
          && !NETWORK_CHANGED.matcher(message.text()).find()) {
        complaints.add(message.text() + " at " + message.location());
      }
    });
    opened.onPageError(complaints::add);
    opened.onRequest(unanswered::add);
    opened.onRequestFinished(unanswered::remove);
    opened.onRequestFailed(request -> {
      unanswered.remove(request);
      if (NETWORK_CHANGED.matcher(request.failure()).find()) {
        torn.add(opened);
      }
    });
  }

  /** Waits for it; a tab that lost something to a changed network is loaded again for it. */
  void awaitIn(Page tab, Locator sign) {
    while (true) {
      try {
        sign.waitFor();
        return;
      } catch (TimeoutError e) {
        if (!torn.remove(tab)) {
          throw e;
        }
        tab.reload();
      }
    }
  }

  /** The tab that was opened first. */
  Page page() {
    return page;
  }

  /** Another tab of the same browser. */
  Page tab(String path) {
    Page tab = context.newPage();
    tab.navigate(address + path);
    return tab;
  }

  BrowserContext context() {
    return context;
  }

  /** The id of the session that the browser's pages live in. */
  String pageSession() {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse("");
  }

  /** What the console's pages wrote as an error; an app's own are not ours. */
  List<String> complaints() {
    return complaints;
  }

  void open(String path) {
    page.navigate(address + path);
  }

  /** Path and query of the page that is shown. */
  String path() {
    return page.url().substring(address.length());
  }

  /** Waits for the page's heading. */
  void shows(String heading) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText(heading);
  }

  Locator text(String words) {
    return page.getByText(words).first();
  }

  Locator text(Pattern words) {
    return page.getByText(words).first();
  }

  Locator button(String name) {
    return role(AriaRole.BUTTON, name);
  }

  Locator link(String name) {
    return role(AriaRole.LINK, name);
  }

  Locator menuItem(String name) {
    return role(AriaRole.MENUITEM, name);
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG).or(page.getByRole(AriaRole.ALERTDIALOG)).last();
  }

  private Locator role(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
  }

  /** Types as somebody does who then goes on to the next field. */
  void fill(String label, String value) {
    field(label).fill(value);
    field(label).blur();
  }

  /** Keeps how it looked at the end, and what it still waited for. */
  @Override
  public void close() {
    page.screenshot(new Page.ScreenshotOptions().setPath(last));
    List<String> words = new ArrayList<>(complaints);
    unanswered.forEach(
        request -> words.add("unanswered: " + request.method() + " " + request.url()));
    context.close();
    try {
      Files.write(last.resolveSibling(last.getFileName() + ".txt"), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
