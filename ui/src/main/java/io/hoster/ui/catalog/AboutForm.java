package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hoster.ui.catalog.DraftJson.EntryJson;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template is called, costs and says of itself. */
final class AboutForm extends Div {

  private static final String AS_IT_IS = "";

  private final TextField name = new TextField(text("about.name"));
  private final TextField version = new TextField(text("about.version"));
  private final Select<Kind> kind = new Select<>();
  private final TextField category = new TextField(text("about.category"));
  private final TextField summary = new TextField(text("about.summary"));
  private final BigDecimalField price = new BigDecimalField(text("about.price"));
  private final Select<String> icon = new Select<>();
  private final Div logo = new Div();
  private final TextField service = new TextField(text("about.service"));
  private final IntegerField port = new IntegerField(text("about.port"));
  private final TextArea description = new TextArea(text("about.description"));
  private final Markdown shown = new Markdown();
  private final TextArea changelog = new TextArea(text("about.changelog"));
  private final LogoUpload upload = new LogoUpload(this::uploaded);
  private @Nullable String uploadedLogo;
  private String currentIcon = "";

  AboutForm(FieldProblems problems, Runnable changed) {
    addClassNames("panel", "stack");
    kind.setLabel(text("about.kind"));
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(each -> text("kind." + SearchAddress.word(each)));
    icon.setLabel(text("about.icon"));
    icon.setItemLabelGenerator(
        word -> word.isEmpty() ? text("about.icon-as-is") : text("icon." + word));
    price.setHelperText(text("about.price-help"));
    service.setHelperText(text("about.service-help"));
    description.setHelperText(text("about.description-help"));
    description.setValueChangeMode(ValueChangeMode.LAZY);
    description.setValueChangeTimeout(400);
    description.addValueChangeListener(
        change -> shown.setContent(Headings.lower(change.getValue())));
    shown.addClassName("reading");
    logo.addClassName("logo-choice");
    icon.addValueChangeListener(change -> showLogo());
    problems.at("/name", name);
    problems.at("/version", version);
    problems.at("/kind", kind);
    problems.at("/category", category);
    problems.at("/summary", summary);
    problems.at("/price_minor", price);
    problems.at("/icon", icon);
    problems.at("/entry/service", service);
    problems.at("/entry/port", port);
    problems.at("/description", description);
    problems.at("/changelog", changelog);
    FormLayout form = new FormLayout();
    form.setAutoResponsive(true);
    form.setExpandFields(true);
    form.add(name, version, kind, category, price, service, port, icon);
    Div marks = new Div(logo, upload);
    marks.addClassName("toolbar");
    summary.setWidthFull();
    description.setWidthFull();
    changelog.setWidthFull();
    add(new H2(text("about.title")), form, marks, summary, description, shown, changelog);
    for (Component field :
        List.of(name, version, kind, category, summary, price, icon, service, port, changelog)) {
      ((HasValue<?, ?>) field)
          .addValueChangeListener(change -> {
            if (change.isFromClient()) {
              changed.run();
            }
          });
    }
    description.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.run();
      }
    });
  }

  /** Fills the fields. */
  void fill(TemplateDefinition template, String versionName, String changes) {
    name.setValue(template.name());
    version.setValue(versionName);
    kind.setValue(template.kind());
    category.setValue(template.category());
    summary.setValue(template.summary());
    price.setValue(BigDecimal.valueOf(template.priceMinor(), 2));
    Entry entry = template.entry();
    service.setValue(entry == null ? "" : entry.service());
    port.setValue(entry == null ? null : entry.port());
    description.setValue(template.description());
    shown.setContent(Headings.lower(template.description()));
    changelog.setValue(changes);
    currentIcon = template.icon();
    List<String> icons = new ArrayList<>(List.of(AS_IT_IS));
    icons.addAll(BuiltInIcon.words());
    icon.setItems(icons);
    icon.setValue(AS_IT_IS);
    uploadedLogo = null;
    showLogo();
  }

  /** For a new template: only what has a usual value. */
  void begin() {
    version.setValue("1.0.0");
    kind.setValue(Kind.APP);
    category.setValue(text("about.category-usual"));
    price.setValue(BigDecimal.ZERO.setScale(2));
    icon.setItems(BuiltInIcon.words());
    icon.setValue(BuiltInIcon.APP.word());
  }

  private void uploaded(String dataAddress) {
    uploadedLogo = dataAddress;
    showLogo();
  }

  private void showLogo() {
    String word = icon.getValue();
    String own = uploadedLogo;
    logo.removeAll();
    String svg =
        own != null
            ? PngIcon.read(own).svg()
            : word == null || word.isEmpty()
                ? currentIcon
                : BuiltInIcon.of(word).map(BuiltInIcon::svg).orElse("");
    if (!svg.isEmpty()) {
      logo.add(new TemplateLogo(svg));
    }
  }

  /** What is in the fields, with the rest of a draft. */
  DraftJson draft(String compose, List<@org.jspecify.annotations.Nullable VariableJson> variables) {
    return new DraftJson(
        name.getValue(),
        version.getValue().strip(),
        summary.getValue(),
        description.getValue(),
        category.getValue(),
        kind.getValue(),
        compose,
        variables,
        cents(),
        null,
        entry(),
        null,
        chosenIcon(),
        changelog.getValue(),
        true);
  }

  private Long cents() {
    BigDecimal value = price.getValue();
    return value == null
        ? 0L
        : value.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private @Nullable EntryJson entry() {
    String name = service.getValue().strip();
    return name.isEmpty() && port.getValue() == null ? null : new EntryJson(name, port.getValue());
  }

  private @Nullable String chosenIcon() {
    String own = uploadedLogo;
    String word = icon.getValue();
    return own != null ? own : word == null || word.isEmpty() ? null : word;
  }
}
