<?php
// The official image's settings: a server that the form begins with, plugins and a design by name.

final class Surroundings
{
    public function loginFormField($name, $heading, $value)
    {
        $server = getenv('ADMINER_DEFAULT_SERVER');
        return $name === 'server' && SERVER == '' && $server != ''
            ? $heading . str_replace('value=""', 'value="' . h($server) . '"', $value)
            : null;
    }

    public function css()
    {
        $design = 'designs/' . basename((string) getenv('ADMINER_DESIGN')) . '/adminer.css';
        return is_file($design) ? [$design] : null;
    }
}

function adminer_object()
{
    require_once 'plugins/plugin.php';
    $plugins = [new Surroundings()];
    foreach (preg_split('/\s+/', (string) getenv('ADMINER_PLUGINS'), -1, PREG_SPLIT_NO_EMPTY) as $name) {
        require_once 'plugins/' . basename($name) . '.php';
        $class = 'Adminer' . str_replace('-', '', ucwords($name, '-'));
        $plugins[] = new $class();
    }
    return new AdminerPlugin($plugins);
}

require 'adminer.php';
