#!/bin/sh
# Provokes Laravel's complaints about APP_KEY in a minimal application: no key and a key of the wrong length,
# uncaught and in the format of Laravel's log.
# Needs: php (with Debian's php-laravel-framework)
# Takes: PHP, another interpreter.
# Run with: Laravel 8.83.26 and PHP 8.2.36 on Debian 12.
set -eu

php=${PHP:-php}
"$php" -r 'exit((int) !@include "Illuminate/autoload.php");' >/dev/null 2>&1 || { echo "$php has no Laravel" >&2; exit 77; }
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

cat >key.php <<'PHP'
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
require 'Illuminate/autoload.php';
$app = new Illuminate\Container\Container;
$app->instance('config', new Illuminate\Config\Repository(['app' => ['key' => getenv('APP_KEY') ?: null, 'cipher' => 'AES-256-CBC']]));
(new Illuminate\Encryption\EncryptionServiceProvider($app))->register();
if (getenv('LOG')) {
    try {
        $app->make('encrypter');
    } catch (Throwable $e) {
        $line = new Monolog\Formatter\LineFormatter("[%datetime%] %channel%.%level_name%: %message% %context% %extra%\n", 'Y-m-d H:i:s', true, true);
        $line->includeStacktraces();
        $handler = new Monolog\Handler\StreamHandler('php://stdout');
        $handler->setFormatter($line);
        (new Monolog\Logger('production', [$handler]))->error($e->getMessage(), ['exception' => $e]);
    }
    exit(1);
}
$app->make('encrypter');
PHP
try "$php" -d display_errors=0 -d log_errors=1 key.php
try env LOG=1 "$php" key.php
try env APP_KEY=tooshort "$php" -d display_errors=0 -d log_errors=1 key.php
try env APP_KEY=base64:tooshort LOG=1 "$php" key.php
