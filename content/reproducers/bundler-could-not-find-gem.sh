#!/bin/sh
# Provokes "Could not find" in Bundler and RubyGems without a network: a gem that is not installed, with and without a
# lockfile, in cached gems, in a path, with a lockfile of another platform; a binstub, a lockfile's Bundler, gem install.
# Needs: ruby, bundle
# Run with: Ruby 3.1.7, RubyGems 3.3.15 and Bundler 2.3.15 (Debian packages) on Debian 12.
set -eu

dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
export HOME="$dir" BUNDLE_SILENCE_ROOT_WARNING=1
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }
project() { rm -rf "${dir:?}/$1"; mkdir -p "$dir/$1"; cd "$dir/$1"; }
lock() {
  printf 'GEM\n  remote: https://registry.example.com/\n  specs:\n    %s\n\nPLATFORMS\n  %s\n\nDEPENDENCIES\n  %s\n\nBUNDLED WITH\n   %s\n' "$1" "$2" "$3" "$4" >Gemfile.lock
}

project locked
printf 'source "https://registry.example.com"\ngem "puma_missing"\n' >Gemfile
lock 'puma_missing (5.6.5)' x86_64-linux puma_missing 2.3.15
try bundle exec ruby -e 1
try ruby -e 'require "bundler/setup"'
try bundle check
try bundle install --local

project free
printf 'source "https://registry.example.com"\ngem "sidekiq_missing", "~> 6.0"\n' >Gemfile
try bundle exec ruby -e 1
try bundle install --local
try ruby -e 'require "bundler/setup"'

project version
printf 'source "https://registry.example.com"\ngem "rake", "~> 99.0"\n' >Gemfile
try bundle exec rake
try bundle install --local

project path
mkdir shared
printf 'gem "billing", path: "shared"\n' >Gemfile
try bundle install --local
printf 'gem "billing", path: "../gone"\n' >Gemfile
try bundle install --local

project platform
printf 'source "https://registry.example.com"\ngem "rake"\n' >Gemfile
lock 'rake (13.0.6)' x86_64-darwin-21 rake 2.3.15
try bundle exec rake -V
export BUNDLE_FROZEN=true
try bundle install --local
unset BUNDLE_FROZEN

project bundler
printf 'source "https://registry.example.com"\n' >Gemfile
lock '' ruby '' 1.17.3
try bundle _1.17.3_ install

project program
printf 'source "https://registry.example.com"\ngem "rake"\n' >Gemfile
try bundle exec rackup_missing

try gem install --clear-sources --source http://127.0.0.1:9/ puma_missing
try gem install --local puma_missing
try ruby -e 'gem "puma_missing"'
try ruby -e 'gem "rake", "~> 99"'
try ruby -e 'Gem.bin_path("puma_missing", "puma", ">= 0.a")'
try ruby -e 'Gem.bin_path("rake", "rake", "~> 99")'
