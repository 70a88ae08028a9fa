#!/bin/sh
# Provokes Composer's "could not be resolved" without a network, with packages from local folders: a missing extension,
# another version of PHP, two packages that disagree, a version or package that does not exist, an unstable one, and a
# lockfile that does not fit the platform.
# Needs: composer, php
# Run with: Composer 2.5.5 and PHP 8.2.36 on Debian 12.
set -eu

dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
export HOME="$dir" COMPOSER_HOME="$dir/.composer" COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }
package() {
  mkdir -p "packages/$1"
  printf '{"name": "%s", "version": "%s", "require": {%s}}\n' "$2" "$3" "$4" >"packages/$1/composer.json"
}
project() {
  rm -rf vendor composer.lock
  printf '{"repositories": [{"type": "path", "url": "packages/*"}, {"packagist": false}], "require": {%s}}\n' "$1" >composer.json
}
package pdf shop/pdf 2.1.0 '"ext-gnupg": "*"'
package old shop/old 1.4.0 '"php": "^7.4"'
package log3 shop/log 3.0.0 ''
package mail shop/mail 1.2.0 '"shop/log": "^2.0"'
package beta shop/beta dev-main ''

project '"shop/pdf": "^2.0"'
try composer install
project '"shop/old": "^1.0"'
try composer update
project '"shop/log": "^3.0", "shop/mail": "^1.0"'
try composer update
project '"shop/log": "^4.0"'
try composer update
project '"shop/none": "^1.0"'
try composer update
project '"shop/beta": "^1.0"'
try composer update
project '"php": "^8.4"'
try composer update
project '"shop/pdf": "^2.0"'
try composer update --ignore-platform-reqs --no-install
try composer install
project '"shop/log": "^3.0"'
try composer update --quiet
sed 's/"shop\/log": "^3.0"/"shop\/log": "^3.0", "shop\/beta": "*@dev"/' composer.json >new.json
mv new.json composer.json
try composer install
try composer require shop/log:^9
