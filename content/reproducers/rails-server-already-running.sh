#!/bin/sh
# Provokes "A server is already running" on loopback: rails server (Rack's check) with a pid file whose process lives,
# one after the other in the same app, and Puma's and rackup's own pid files.
# Needs: ruby (with the gem rails), puma, rackup
# Takes: PORT, another port.
# Run with: Ruby 3.1.7, Rails 6.1.7.10, Rack 2.2.22 and Puma 5.6.5 (Debian packages) on Debian 12.
set -eu

ruby -e 'require "rails"' 2>/dev/null || { echo "ruby has no Rails" >&2; exit 77; }
port=${PORT:-38410}
dir=$(mktemp -d)
sleep 120 &
holder=$!
trap 'kill "$holder" 2>/dev/null || true; cd /; rm -rf "$dir"' EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

mkdir -p bin config tmp/pids
cat >config/application.rb <<'RB'
require "rails"
class Shop < Rails::Application
  config.root = File.expand_path("..", __dir__)
end
RB
printf 'require_relative "config/application"\nrun Rails.application.initialize!\n' >config.ru
cat >bin/rails <<'RB'
APP_PATH = File.expand_path("../config/application", __dir__)
gem "railties"
require "rails/commands"
RB
echo 'run ->(env) { [200, {"Content-Type" => "text/plain"}, ["ok"]] }' >plain.ru

echo "$holder" >tmp/pids/server.pid
try ruby bin/rails server -b 127.0.0.1 -p "$port"
try ruby bin/rails server -b 127.0.0.1 -p "$port" -P /run/nowhere/server.pid
try ruby bin/rails server -b 127.0.0.1 -p "$port" -d
try env PIDFILE="$dir/tmp/pids/server.pid" ruby bin/rails server -b 127.0.0.1 -p "$port"
try rackup -o 127.0.0.1 -p "$port" -P tmp/pids/server.pid plain.ru
