#!/bin/sh
# Provokes "Missing `secret_key_base`" in a minimal Rails app in production: by a request, by a rake task, by the
# runner, with a value that is no string, with an empty variable, with a wrong master key and without the required one.
# Needs: ruby (with the gem rails), rake
# Run with: Ruby 3.1.7 and Rails 6.1.7.10 (Debian packages) on Debian 12.
set -eu

ruby -e 'require "rails"' 2>/dev/null || { echo "ruby has no Rails" >&2; exit 77; }
dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

mkdir config
cat >config/application.rb <<'RB'
require "logger"
require "rails"
require "action_controller/railtie"
class Shop < Rails::Application
  config.root = File.expand_path("..", __dir__)
  config.eager_load = false
  config.logger = Logger.new($stdout)
end
RB
cat >config/environment.rb <<'RB'
require_relative "application"
Rails.application.initialize!
RB
cat >Rakefile <<'RB'
require_relative "config/application"
Rails.application.load_tasks
task(token: :environment) { Rails.application.secret_key_base }
RB

export RAILS_ENV=production
unset SECRET_KEY_BASE RAILS_MASTER_KEY || true
try ruby -e 'require "./config/environment"; Rails.application.call(Rack::MockRequest.env_for("/"))'
try rake token
try env SECRET_KEY_BASE= rake token
try ruby -e 'APP_PATH = "./config/application"; gem "railties"; require "rails/commands"' runner 'Rails.application.message_verifier(:x)'
try env SECRET_KEY_BASE=0123456789abcdef rake token
echo 'Rails.application.config.secret_key_base = 42' >>config/application.rb
try rake token
printf 'aaaa--bbbb--cccc' >config/credentials.yml.enc
try env RAILS_MASTER_KEY=0123456789abcdef0123456789abcdef rake token
sed -i 's/^  config.eager_load/  config.require_master_key = true\n  config.eager_load/' config/application.rb
try rake token
