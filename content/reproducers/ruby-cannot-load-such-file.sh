#!/bin/sh
# Provokes LoadError in Ruby: require, require_relative and load of what is not there, a missing script, an app without
# Bundler on its path; rake, Puma, rackup, RSpec and a database adapter of Active Record too if they are installed.
# Needs: ruby
# Takes: RUBY, another interpreter.
# Run with: Ruby 3.1.7, Bundler 2.3.15, Rake 13.0.6, Puma 5.6.5, Rack 2.2.22, RSpec 3.12 and Active Record 6.1.7
#           (Debian packages) on Debian 12.
set -eu

ruby=${RUBY:-ruby}
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

mkdir -p lib spec config
echo 'require "nokogumbo_missing"' >app.rb
echo 'require_relative "lib/billing"' >relative.rb
echo 'load "config/deploy.rb"' >load.rb
printf 'require "bundler/setup"\nputs "up"\n' >setup.rb
echo 'task(:environment) { require "pg_missing" }' >Rakefile
printf 'require_relative "config/environment"\nrun Rails.application\n' >config.ru
printf 'require "rails_helper"\n' >spec/user_spec.rb
cat >log.rb <<'RB'
require "json"
require "logger"
begin
  require "redis_missing"
rescue LoadError => error
  Logger.new($stdout).error(error.full_message(highlight: false).lines.first)
  puts JSON.generate(level: "fatal", error: error.class.name, message: error.message)
end
RB
cat >adapter.rb <<'RB'
require "active_record"
ActiveRecord::Base.establish_connection(adapter: "trilogy_missing")
RB

try "$ruby" app.rb
try "$ruby" -r pry_missing -e 1
try "$ruby" relative.rb
try "$ruby" load.rb
try "$ruby" server.rb
try "$ruby" --disable-gems -I "$dir/lib" setup.rb
try "$ruby" log.rb
if command -v rake >/dev/null; then try rake environment; fi
if command -v puma >/dev/null; then try puma -b tcp://127.0.0.1:0; fi
if command -v rackup >/dev/null; then try rackup -o 127.0.0.1 -p 0; fi
if command -v rspec >/dev/null; then try rspec; fi
if "$ruby" -e 'require "active_record"' 2>/dev/null; then try "$ruby" adapter.rb; fi
if command -v bundle >/dev/null; then
  mkdir -p gem/lib site
  printf 'Gem::Specification.new { |s| s.name = "shop"; s.version = "1.0"; s.summary = "x"; s.authors = ["x"]; s.files = [] }\n' >gem/shop.gemspec
  printf 'require "shop/engine_missing"\n' >gem/lib/shop.rb
  printf 'gem "shop", path: "../gem"\n' >site/Gemfile
  cd site
  try bundle exec "$ruby" -e 'Bundler.require'
fi
