#!/bin/sh
# Provokes ActiveRecord::PendingMigrationError in a minimal Rails app on SQLite: by a request, by
# db:abort_if_pending_migrations and by ActiveRecord::Migration.check_pending!.
# Needs: ruby (with the gems rails and sqlite3), rake
# Run with: Ruby 3.1.7, Rails 6.1.7.10 and SQLite 3.40 (Debian packages) on Debian 12.
set -eu

ruby -e 'require "rails"; require "sqlite3"' 2>/dev/null || { echo "ruby has no Rails with SQLite" >&2; exit 77; }
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

mkdir -p config db/migrate
cat >config/application.rb <<'RB'
require "logger"
require "rails"
require "active_record/railtie"
class Shop < Rails::Application
  config.root = File.expand_path("..", __dir__)
  config.eager_load = false
  config.logger = Logger.new($stdout)
  config.active_record.migration_error = :page_load
end
RB
cat >config/environment.rb <<'RB'
require_relative "application"
Rails.application.initialize!
RB
for environment in development production; do
  printf '%s: { adapter: sqlite3, database: db/shop.sqlite3 }\n' "$environment"
done >config/database.yml
printf 'require_relative "config/application"\nRails.application.load_tasks\n' >Rakefile
cat >db/migrate/20261120101500_create_orders.rb <<'RB'
class CreateOrders < ActiveRecord::Migration[6.1]
  def change
    create_table(:orders) { |t| t.string :number }
  end
end
RB
echo 'Rails.application.call(Rack::MockRequest.env_for("http://localhost/"))' >request.rb
echo 'ActiveRecord::Migration.check_pending!' >check.rb

try ruby -r ./config/environment request.rb
try ruby -r ./config/environment check.rb
try env RAILS_ENV=production SECRET_KEY_BASE=x ruby -r ./config/environment check.rb
try rake db:abort_if_pending_migrations
try rake db:migrate:status
