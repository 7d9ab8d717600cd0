package io.hoster.ui.catalog;

import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Logos for templates that have none of their own: a drawing on a coloured tile. */
enum BuiltInIcon {
  APP("#4f6bed", "M11 11h7v7h-7zM22 11h7v7h-7zM11 22h7v7h-7zM22 22h7v7h-7z"),
  WEB(
      "#0f8a6d",
      "M20 9a11 11 0 1 0 0 22 11 11 0 0 0 0-22M9 20h22M20 9c7 7 7 15 0 22-7-7-7-15 0-22"),
  API("#8a5a00", "M16 12l-7 8 7 8M24 12l7 8-7 8"),
  DATABASE("#336791", "M10 13c0-5 20-5 20 0s-20 5-20 0v14c0 5 20 5 20 0V13M10 20c0 5 20 5 20 0"),
  STORE("#b03a6b", "M10 14h20l-2 15H12zM15 14c0-7 10-7 10 0"),
  CHART("#6b4fbb", "M10 30V18M17 30V10M24 30v-9M31 30V14"),
  CHAT("#1f7a8c", "M9 11h22v14H18l-6 6v-6H9z"),
  MAIL("#a23b3b", "M8 12h24v17H8zM8 13l12 9 12-9"),
  MEDIA("#c2410c", "M14 10l16 10-16 10z"),
  TOOL("#52606d", "M27 9a7 7 0 0 0-8 9L9 28l3 3 10-10a7 7 0 0 0 9-8l-4 4-4-4z"),
  BOOK("#2f6f3e", "M20 13c-3-3-7-3-11-2v17c4-1 8-1 11 2 3-3 7-3 11-2V11c-4-1-8-1-11 2v17"),
  ROBOT("#3d4a8a", "M11 15h18v14H11zM20 15V9M16 21v2M24 21v2M7 20v5M33 20v5");

  private final String colour;
  private final String drawing;

  BuiltInIcon(String colour, String drawing) {
    this.colour = colour;
    this.drawing = drawing;
  }

  /** What it is called in the API. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(BuiltInIcon::word).toList();
  }

  static Optional<BuiltInIcon> of(String word) {
    return Arrays.stream(values()).filter(icon -> icon.word().equals(word)).findFirst();
  }

  /** What a template of {@code kind} has before its author chose one. */
  static BuiltInIcon of(Kind kind) {
    return switch (kind) {
      case APP -> APP;
      case WEB -> WEB;
      case API -> API;
      case DATABASE -> DATABASE;
      case STORE -> STORE;
    };
  }

  String svg() {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><rect width=\"40\" height=\"40\" rx=\"9\" fill=\"%s\"/>"
            + "<path d=\"%s\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>")
        .formatted(colour, drawing);
  }
}
