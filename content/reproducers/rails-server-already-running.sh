#!/bin/sh
# Provokes "A server is already running" on loopback: rails server (Rack's check) with a pid file whose process lives,
# one after the other in the same app, and Puma's and rackup's own pid files.
# Needs: ruby (with the gems rails and sqlite3), puma, rackup
# Takes: PORT, another port.
# Run with: Ruby 3.1.7, Rails 6.1.7.10, Rack 2.2.22 and Puma 5.6.5 (Debian packages) on Debian 12.
set -eu

dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
export HOME="$dir"
mkdir -p bin config db/migrate tmp/pids
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

cat >config/application.rb <<'RB'
require "logger"
require "rails"
require "active_record/railtie"
require "action_controller/railtie"
class Shop < Rails::Application
  config.root = File.expand_path("..", __dir__)
  config.eager_load = false
  config.logger = Logger.new($stdout)
  config.consider_all_requests_local = true
  config.hosts.clear
  config.active_record.migration_error = :page_load
end
RB
cat >config/environment.rb <<'RB'
require_relative "application"
Rails.application.initialize!
RB
cat >config/routes.rb <<'RB'
Rails.application.routes.draw { root to: ->(env) { [200, {}, [env["action_dispatch.secret_key_base"].to_s.size.to_s]] } }
RB
cat >config/database.yml <<'YML'
default: &default
  adapter: sqlite3
  database: db/shop.sqlite3
development: *default
test: *default
production: *default
YML
cat >config.ru <<'RB'
require_relative "config/environment"
run Rails.application
RB
cat >Rakefile <<'RB'
require_relative "config/application"
Rails.application.load_tasks
RB
cat >bin/rails <<'RB'
#!/usr/bin/env ruby
APP_PATH = File.expand_path("../config/application", __dir__)
gem "railties"
require "rails/commands"
RB

port=${PORT:-38410}
cat >plain.ru <<'RB'
run ->(env) { [200, {"Content-Type" => "text/plain"}, ["ok"]] }
RB
sleep 120 &
holder=$!
trap 'kill "$holder" 2>/dev/null || true; cd /; rm -rf "$dir"' EXIT
echo "$holder" >tmp/pids/server.pid
try ruby bin/rails server -b 127.0.0.1 -p "$port"
try ruby bin/rails server -b 127.0.0.1 -p "$port" -P /run/nowhere/server.pid
try ruby bin/rails server -b 127.0.0.1 -p "$port" -d
try env PIDFILE="$dir/tmp/pids/server.pid" ruby bin/rails server -b 127.0.0.1 -p "$port"
try rackup -o 127.0.0.1 -p "$port" -P tmp/pids/server.pid plain.ru
