#!/bin/sh
# Provokes "Maximum execution time exceeded" in PHP: busy code, a handler that logs it, the hard timeout, and a
# request under PHP-FPM's request_terminate_timeout (php-fpm and cgi-fcgi are optional).
# Needs: php
# Takes: PHP, another interpreter.
# Run with: PHP 8.2.36 and PHP-FPM 8.2.36 on Debian 12.
set -eu

php=${PHP:-php}
dir=$(mktemp -d)
fpm=
finish() {
  if [ -n "$fpm" ]; then kill "$fpm" 2>/dev/null || true; wait "$fpm" 2>/dev/null || true; fi
  cd /
  rm -rf "$dir"
}
trap finish EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 30 "$@" 2>&1 </dev/null || true; }

cat >import.php <<'PHP'
<?php
function import(): void {
    for ($i = 0; ; $i++) {
        md5((string) $i);
    }
}
import();
PHP
cat >handler.php <<'PHP'
<?php
ini_set('display_errors', '0');
register_shutdown_function(function () {
    $e = error_get_last();
    fwrite(STDOUT, json_encode(['level' => 'critical'] + $e, JSON_UNESCAPED_SLASHES) . "\n");
});
require 'import.php';
PHP
cat >hard.php <<'PHP'
<?php
set_time_limit(1);
preg_match('/^(a+)+$/', str_repeat('a', 60) . 'b');
PHP

try "$php" -d max_execution_time=1 -d display_errors=0 -d log_errors=1 -r 'set_time_limit(1); require "import.php";'
try "$php" -d display_errors=1 -d log_errors=0 -r 'set_time_limit(1); require "import.php";'
try "$php" -d display_errors=1 -d html_errors=1 -d log_errors=0 -r 'set_time_limit(1); require "import.php";'
try "$php" -r 'set_time_limit(1); require "handler.php";'
try "$php" -d hard_timeout=1 -d pcre.jit=0 -d pcre.backtrack_limit=4000000000 -d display_errors=1 -d log_errors=0 hard.php

for name in php-fpm php-fpm8.2; do
  if command -v "$name" >/dev/null && command -v cgi-fcgi >/dev/null; then
    cat >fpm.conf <<CONF
[global]
error_log = $dir/fpm.log
[www]
user = nobody
group = nogroup
listen = $dir/fpm.sock
pm = static
pm.max_children = 1
request_terminate_timeout = 2s
catch_workers_output = yes
php_admin_value[max_execution_time] = 1
php_admin_flag[log_errors] = on
php_admin_value[error_log] = $dir/php.log
CONF
    printf '<?php sleep(20);' >sleep.php
    chmod 755 "$dir"
    touch php.log
    chmod 666 php.log
    "$name" --nodaemonize --fpm-config fpm.conf >/dev/null 2>&1 &
    fpm=$!
    sleep 1
    for script in import.php sleep.php; do
      try env SCRIPT_FILENAME="$dir/$script" REQUEST_METHOD=GET cgi-fcgi -bind -connect fpm.sock
    done
    cat fpm.log php.log
    break
  fi
done
