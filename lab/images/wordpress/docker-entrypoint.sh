#!/usr/bin/env bash
# Before Apache starts: WordPress's files and settings, where the folder has none, as in the official image.
set -Eeuo pipefail

copy_files() {
  local content except=()
  printf 'WordPress not found in %s - copying now...\n' "$PWD" >&2
  # Themes and plugins that are there already stay as they are.
  for content in /usr/src/wordpress/wp-content/*/*/; do
    content=${content#/usr/src/wordpress/} content=${content%/}
    [[ ! -e $content ]] || except+=(--exclude "./$content")
  done
  tar --create --file - --directory /usr/src/wordpress "${except[@]}" . | tar --extract --file - --no-overwrite-dir
}

make_settings() {
  printf 'No wp-config.php found in %s, but WORDPRESS_ variables: using wp-config-docker.php\n' "$PWD" >&2
  # Each phrase of its own: sessions and cookies hang on them.
  awk -v device=/dev/urandom '
    function phrase(  text) { "head -c 33 " device " | base64 -w 0" | getline text; close("head -c 33 " device " | base64 -w 0"); return text }
    /put your unique phrase here/ { sub(/put your unique phrase here/, phrase()) }
    { print }' /usr/src/wordpress/wp-config-docker.php >wp-config.php
}

if [[ $1 == apache2* || $1 == php-fpm ]]; then
  if [[ ! -e index.php && ! -e wp-includes/version.php ]]; then
    [[ $(id -u) != 0 || $(stat -c %u .) != 0 ]] || chown www-data:www-data .
    copy_files
  fi
  if [[ ! -s wp-config.php ]] && compgen -e | grep -q '^WORDPRESS_'; then
    make_settings
    [[ $(id -u) != 0 ]] || chown www-data:www-data wp-config.php
  fi
fi

exec "$@"
