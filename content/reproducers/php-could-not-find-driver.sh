#!/bin/sh
# Provokes PDO's "could not find driver": plain PDO without the driver's extension, other drivers, the mysqli functions, Doctrine DBAL and
# Laravel's database layer if they are installed.
# Needs: php
# Takes: PHP, another interpreter.
# Run with: PHP 8.2.36, Doctrine DBAL 3.6.1 and Laravel 8.83.26 (Debian packages) on Debian 12.
set -eu

php=${PHP:-php}
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

cat >db.php <<'PHP'
<?php $db = new PDO("mysql:host=127.0.0.1;dbname=shop", "shop", "");
PHP
cat >log.php <<'PHP'
<?php
try {
    new PDO("oci:dbname=//127.0.0.1/shop");
} catch (PDOException $e) {
    error_log($e->getMessage());
    echo json_encode(["level" => "error", "class" => get_class($e), "message" => $e->getMessage()]), "\n";
}
PHP
cat >doctrine.php <<'PHP'
<?php
require 'Doctrine/DBAL/autoload.php';
Doctrine\DBAL\DriverManager::getConnection(['driver' => 'pdo_oci', 'host' => '127.0.0.1', 'dbname' => 'shop'])->connect();
PHP
cat >laravel.php <<'PHP'
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
require 'Illuminate/autoload.php';
$db = new Illuminate\Database\Capsule\Manager;
$db->addConnection(['driver' => 'sqlsrv', 'host' => '127.0.0.1', 'database' => 'shop', 'username' => 'shop', 'password' => '']);
$db->getConnection()->select('select * from information_schema.tables where table_schema = ? and table_name = ?', ['shop', 'migrations']);
PHP
cat >mysqli.php <<'PHP'
<?php mysqli_connect("127.0.0.1", "shop", "", "shop");
PHP
try "$php" -n -d extension=pdo -d display_errors=0 -d log_errors=1 db.php
try "$php" -n -d extension=pdo -d display_errors=1 -d log_errors=0 db.php
try "$php" -n -d display_errors=0 -d log_errors=1 mysqli.php
try "$php" log.php
for name in doctrine laravel; do try "$php" -d display_errors=0 -d log_errors=1 "$name.php"; done
