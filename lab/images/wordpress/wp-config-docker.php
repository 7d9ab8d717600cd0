<?php
// Settings from WORDPRESS_* in the environment, as the official image names them.

function setting(string $name, string $usual): string
{
    $file = getenv($name . '_FILE');
    if ($file !== false) {
        return rtrim(file_get_contents($file), "\r\n");
    }
    $value = getenv($name);
    return $value === false ? $usual : $value;
}

define('DB_NAME', setting('WORDPRESS_DB_NAME', 'wordpress'));
define('DB_USER', setting('WORDPRESS_DB_USER', 'example username'));
define('DB_PASSWORD', setting('WORDPRESS_DB_PASSWORD', 'example password'));
define('DB_HOST', setting('WORDPRESS_DB_HOST', 'mysql'));
define('DB_CHARSET', setting('WORDPRESS_DB_CHARSET', 'utf8'));
define('DB_COLLATE', setting('WORDPRESS_DB_COLLATE', ''));

define('AUTH_KEY', setting('WORDPRESS_AUTH_KEY', 'put your unique phrase here'));
define('SECURE_AUTH_KEY', setting('WORDPRESS_SECURE_AUTH_KEY', 'put your unique phrase here'));
define('LOGGED_IN_KEY', setting('WORDPRESS_LOGGED_IN_KEY', 'put your unique phrase here'));
define('NONCE_KEY', setting('WORDPRESS_NONCE_KEY', 'put your unique phrase here'));
define('AUTH_SALT', setting('WORDPRESS_AUTH_SALT', 'put your unique phrase here'));
define('SECURE_AUTH_SALT', setting('WORDPRESS_SECURE_AUTH_SALT', 'put your unique phrase here'));
define('LOGGED_IN_SALT', setting('WORDPRESS_LOGGED_IN_SALT', 'put your unique phrase here'));
define('NONCE_SALT', setting('WORDPRESS_NONCE_SALT', 'put your unique phrase here'));

$table_prefix = setting('WORDPRESS_TABLE_PREFIX', 'wp_');

define('WP_DEBUG', (bool) setting('WORDPRESS_DEBUG', ''));

if (str_contains($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '', 'https')) {
    $_SERVER['HTTPS'] = 'on';
}

eval(setting('WORDPRESS_CONFIG_EXTRA', ''));

if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
