package io.hoster.lab.images;

import java.util.List;

/** Languages of the catalog and the applications written in them. */
final class AppRecipes {

  private static final String NODE_RED = "5.0.7";

  private AppRecipes() {}

  /** What others stand on comes before them. */
  static List<Recipe> all() {
    return List.of(php(), nodeRed(), mediawiki(), wordpress(), adminer(), python());
  }

  static Recipe python() {
    return new Recipe(
        "python:3.11.2-slim",
        "3.11.2",
        "python",
        List.of("Dockerfile"),
        List.of("python", "--version"),
        new Ingredients.None());
  }

  static Recipe php() {
    return new Recipe(
        "php:8.2.36-apache",
        "8.2.36",
        "php",
        List.of(
            "Dockerfile",
            "site.conf",
            "docker-php.conf",
            "docker-php.ini",
            "envvars.sh",
            "apache2-foreground.sh",
            "docker-php-entrypoint.sh"),
        List.of("php", "--version"),
        new Ingredients.None());
  }

  static Recipe wordpress() {
    return new Recipe(
        "wordpress:6.1.9-php8.2-apache",
        "6.1.9",
        "wordpress",
        List.of(
            "Dockerfile",
            "remoteip.conf",
            "wordpress.ini",
            "htaccess",
            "wp-config-docker.php",
            "docker-entrypoint.sh"),
        List.of("grep", "^.wp_version =", "/usr/src/wordpress/wp-includes/version.php"),
        new Ingredients.None(),
        php());
  }

  static Recipe mediawiki() {
    return new Recipe(
        "mediawiki:1.39.17",
        "1.39.17",
        "mediawiki",
        List.of("Dockerfile", "mediawiki.conf"),
        List.of("grep", "'MW_VERSION',", "/var/www/html/includes/Defines.php"),
        new Ingredients.None(),
        php());
  }

  static Recipe adminer() {
    return new Recipe(
        "adminer:4.8.1",
        "4.8.1",
        "adminer",
        List.of("Dockerfile", "index.php"),
        List.of("grep", "--max-count=1", "@version", "/var/www/html/adminer.php"),
        new Ingredients.None(),
        php());
  }

  static Recipe nodeRed() {
    return new Recipe(
        "nodered/node-red:" + NODE_RED,
        NODE_RED,
        "node-red",
        List.of("Dockerfile", "entrypoint.sh", "package.json", "package-lock.json"),
        List.of("node", "-p", "require('node-red/package.json').version"),
        new NodeModules(),
        Recipes.node());
  }
}
