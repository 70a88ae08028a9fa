#!/bin/sh
# Provokes PHP's "Class not found": new, static call, extends, a missing interface, trait and enum, an import that is
# missing, a class that Composer's autoloader does not know, and Laravel's "Target class does not exist" if the
# framework is installed.
# Needs: php
# Takes: PHP, another interpreter.
# Run with: PHP 8.2.36, Composer 2.5.5 and Laravel 8.83.26 (Debian packages) on Debian 12.
set -eu

php=${PHP:-php}
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

mkdir -p src
cat >new.php <<'PHP'
<?php namespace App; $mail = new Mailer();
PHP
cat >static.php <<'PHP'
<?php function send() { return Mail::to("x"); } send();
PHP
cat >extends.php <<'PHP'
<?php class Order extends Model {}
PHP
cat >interface.php <<'PHP'
<?php class Order implements Payable {}
PHP
cat >trait.php <<'PHP'
<?php class Order { use HasUuids; }
PHP
cat >log.php <<'PHP'
<?php
try {
    new \Redis\Client();
} catch (\Error $e) {
    error_log($e->getMessage());
    echo json_encode(["level" => "error", "message" => $e->getMessage()]), "\n";
}
PHP
cat >src/invoice.php <<'PHP'
<?php namespace App; class invoice {}
PHP
cat >composer.json <<'JSON'
{"autoload": {"psr-4": {"App\\": "src/"}}}
JSON
cat >autoload.php <<'PHP'
<?php
require __DIR__ . '/vendor/autoload.php';
new App\Invoice();
PHP
cat >bootstrap.php <<'PHP'
<?php require __DIR__ . '/vendor/autoload.php';
PHP
try "$php" -d display_errors=0 -d log_errors=1 bootstrap.php
for script in new static extends interface trait log; do
  try "$php" -d display_errors=0 -d log_errors=1 "$script.php"
done
try "$php" -d display_errors=1 -d log_errors=0 new.php
if command -v composer >/dev/null; then
  COMPOSER_ALLOW_SUPERUSER=1 composer dump-autoload --quiet
  try "$php" -d display_errors=0 -d log_errors=1 autoload.php
fi
if "$php" -r 'exit(@include("Illuminate/autoload.php") ? 0 : 1);' 2>/dev/null; then
  cat >laravel.php <<'PHP'
<?php
require 'Illuminate/autoload.php';
(new Illuminate\Container\Container)->make('App\Http\Controllers\OrderController');
PHP
  try "$php" -d display_errors=0 -d log_errors=1 -d error_reporting=1 laravel.php
fi
