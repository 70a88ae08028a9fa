#!/bin/sh
# Provokes "Allowed memory size exhausted" in PHP: on the command line with and without display_errors, under the
# built-in server, in a shutdown handler that logs it, and PHP's "Out of memory" under a limit of the system.
# Needs: php, curl
# Takes: PHP, another interpreter; PORT, another port.
# Run with: PHP 8.2.36 on Debian 12.
set -eu

php=${PHP:-php}
port=${PORT:-38420}
dir=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  cd /
  rm -rf "$dir"
}
trap finish EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

mkdir -p public
cat >public/report.php <<'PHP'
<?php
function rows(): array {
    $rows = [];
    while (true) {
        $rows[] = str_repeat('x', 4096);
    }
}
rows();
PHP
cat >huge.php <<'PHP'
<?php echo strlen(str_repeat('x', 512 << 20));
PHP
cat >handler.php <<'PHP'
<?php
ini_set('display_errors', '0');
register_shutdown_function(function () {
    $e = error_get_last();
    fwrite(STDOUT, json_encode(['level' => 'critical'] + $e, JSON_UNESCAPED_SLASHES) . "\n");
    fwrite(STDOUT, "[" . date('Y-m-d H:i:s') . "] production.ERROR: {$e['message']} {$e['file']}:{$e['line']}\n");
});
require 'public/report.php';
PHP
cat >one.php <<'PHP'
<?php echo strlen(str_repeat('x', 64 << 20));
PHP

try "$php" -d memory_limit=32M -d display_errors=0 -d log_errors=1 public/report.php
try "$php" -d memory_limit=32M -d display_errors=1 -d log_errors=0 public/report.php
try "$php" -d memory_limit=32M -d display_errors=1 -d html_errors=1 -d log_errors=0 one.php
try "$php" -d memory_limit=32M handler.php
try sh -c "ulimit -v 400000; $php -d memory_limit=-1 -d display_errors=0 -d log_errors=1 -d opcache.enable_cli=0 huge.php"
"$php" -d memory_limit=16M -d display_errors=0 -d log_errors=1 -S "127.0.0.1:$port" -t public >server.log 2>&1 &
server=$!
tries=0
until curl -s -o /dev/null "http://127.0.0.1:$port/none.txt" || [ "$tries" -gt 50 ]; do tries=$((tries + 1)); sleep 0.1; done
try curl -s -i "http://127.0.0.1:$port/report.php"
cat server.log
