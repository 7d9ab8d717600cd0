package io.hoster.lab.serve;

/**
 * The lab's parts that run, as {@code run/lab.json} and {@code GET /control} tell them.
 *
 * @param mail the mail trap's pages; {@code /mails?to=} below it is JSON
 * @param smtp where mail is handed in
 * @param control the lab itself
 */
public record Addresses(String mail, String smtp, String control) {}
