package io.hoster.ui.tenant;

/** The words of the mails about an account. Plain text; a link stands on a line of its own. */
final class AccountMails {

  private AccountMails() {}

  /** What a mail says. */
  record Text(String subject, String body) {}

  static Text verify(String name, String email, String link) {
    return new Text(
        "Confirm your e-mail address",
        """
        Hello %s,

        confirm %s, so that we can reach you:

        %s

        The link works for 24 hours. If you did not sign up, ignore this mail.

        Hoster
        """
            .formatted(name, email, link));
  }

  static Text reset(String name, String link) {
    return new Text(
        "Set a new password",
        """
        Hello %s,

        somebody asked for a new password for your account. Set it here:

        %s

        The link works once, for 30 minutes. If it was not you, ignore this mail: your password stays as it is.

        Hoster
        """
            .formatted(name, link));
  }

  static Text passwordChanged(String name, String link) {
    return new Text(
        "Your password was changed",
        """
        Hello %s,

        your password was changed, and all other browsers were signed out.

        If it was not you, set a new password at once:

        %s

        Hoster
        """
            .formatted(name, link));
  }

  static Text invitation(String inviter, String tenant, String link) {
    return new Text(
        "%s invites you to %s".formatted(inviter, tenant),
        """
        Hello,

        %s invites you to run apps together as %s. Accept here:

        %s

        The link works for 7 days. If you do not know %s, ignore this mail.

        Hoster
        """
            .formatted(inviter, tenant, link, inviter));
  }
}
