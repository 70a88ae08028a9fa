#!/bin/sh
# Provokes "Missing `secret_key_base`" in a minimal Rails app in production: by a request, by a rake task, by the
# runner, with a value that is no string, with an empty variable, with a wrong master key and without the required one.
# Needs: ruby (with the gems rails, sqlite3 and rack-test), rake
# Run with: Ruby 3.1.7 and Rails 6.1.7.10 (Debian packages) on Debian 12.
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

cat >request.rb <<'RB'
require_relative "config/environment"
require "rack/test"
include Rack::Test::Methods
def app = Rails.application
get "/"
puts last_response.status, last_response.body[0, 200]
RB
echo 'task(token: :environment) { Rails.application.secret_key_base }' >>Rakefile

export RAILS_ENV=production
unset SECRET_KEY_BASE RAILS_MASTER_KEY || true
try ruby request.rb
try rake token
try env SECRET_KEY_BASE= rake token
try ruby bin/rails runner 'Rails.application.message_verifier(:x)'
try env SECRET_KEY_BASE=0123456789abcdef rake token
echo 'Rails.application.config.secret_key_base = 42' >>config/application.rb
try rake token
printf 'aaaa--bbbb--cccc' >config/credentials.yml.enc
try env RAILS_MASTER_KEY=0123456789abcdef0123456789abcdef rake token
sed -i 's/^  config.eager_load/  config.require_master_key = true\n  config.eager_load/' config/application.rb
try rake token
