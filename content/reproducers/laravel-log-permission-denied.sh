#!/bin/sh
# Provokes Monolog's "could not be opened in append mode" as an unprivileged user: a log file of another user, a folder
# without the right to write, and a folder that is missing and cannot be made.
# Needs: php (with Debian's php-monolog), setpriv (to drop from root; without root nothing to drop)
# Takes: PHP, another interpreter.
# Run with: Monolog 2.9.1 and PHP 8.2.36 on Debian 12.
set -eu

php=${PHP:-php}
"$php" -r 'exit((int) !@include "Monolog/autoload.php");' || { echo "$php has no Monolog" >&2; exit 77; }
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
chmod 755 "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }
drop=
if [ "$(id -u)" = 0 ]; then drop='setpriv --reuid 65534 --regid 65534 --clear-groups'; fi

mkdir -p storage/logs sealed
echo first >storage/logs/laravel.log
chmod 444 storage/logs/laravel.log
chmod 555 sealed storage/logs
cat >log.php <<'PHP'
<?php
require 'Monolog/autoload.php';
$log = new Monolog\Logger('production', [new Monolog\Handler\StreamHandler($argv[1], Monolog\Logger::DEBUG, true, null, ($argv[2] ?? '') === 'lock')]);
$log->error('Order 1001 failed', ['exception' => new RuntimeException('Payment declined')]);
PHP
# shellcheck disable=SC2086
for file in "$dir/storage/logs/laravel.log" "$dir/sealed/laravel-2026-11-23.log" "$dir/sealed/logs/laravel.log"; do
  try $drop "$php" -d display_errors=0 -d log_errors=1 log.php "$file"
done
