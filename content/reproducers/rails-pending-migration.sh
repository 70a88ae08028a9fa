#!/bin/sh
# Provokes ActiveRecord::PendingMigrationError in a minimal Rails app on SQLite: by a request, by
# db:abort_if_pending_migrations and by ActiveRecord::Migration.check_pending!.
# Needs: ruby (with the gems rails, sqlite3 and rack-test), rake
# Run with: Ruby 3.1.7, Rails 6.1.7.10 and SQLite 3.40 (Debian packages) on Debian 12.
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

cat >db/migrate/20261120101500_create_orders.rb <<'RB'
class CreateOrders < ActiveRecord::Migration[6.1]
  def change
    create_table(:orders) { |t| t.string :number }
  end
end
RB
cat >request.rb <<'RB'
require_relative "config/environment"
require "rack/test"
include Rack::Test::Methods
def app = Rails.application
get "/"
puts last_response.status
RB
cat >check.rb <<'RB'
require_relative "config/environment"
ActiveRecord::Migration.check_pending!
RB

try ruby request.rb
try ruby check.rb
try env RAILS_ENV=production ruby check.rb
try rake db:abort_if_pending_migrations
try rake db:migrate:status
