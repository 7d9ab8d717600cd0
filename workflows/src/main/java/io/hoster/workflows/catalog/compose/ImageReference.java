package io.hoster.workflows.catalog.compose;

import java.util.regex.Pattern;

/** The form of an image's name: {@code [host[:port]/]path[:tag][@digest]}. */
final class ImageReference {

  private static final int LONGEST = 255;
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?");
  private static final Pattern PART = Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[a-f0-9]{64}");

  private ImageReference() {}

  static boolean isValid(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String rest = text;
    int digest = rest.indexOf('@');
    if (digest >= 0) {
      if (!DIGEST.matcher(rest.substring(digest + 1)).matches()) {
        return false;
      }
      rest = rest.substring(0, digest);
    }
    int tag = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    if (tag >= 0) {
      if (!TAG.matcher(rest.substring(tag + 1)).matches()) {
        return false;
      }
      rest = rest.substring(0, tag);
    }
    String[] parts = rest.split("/", -1);
    int first = parts.length > 1 && looksLikeHost(parts[0]) ? 1 : 0;
    for (int i = first; i < parts.length; i++) {
      if (!PART.matcher(parts[i]).matches()) {
        return false;
      }
    }
    return first == 0 || HOST.matcher(parts[0]).matches();
  }

  private static boolean looksLikeHost(String part) {
    return part.indexOf('.') >= 0 || part.indexOf(':') >= 0 || part.equals("localhost");
  }
}
