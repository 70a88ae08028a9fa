#!/bin/sh
# Provokes Bundler's complaint about the version, the engine or the patchlevel of Ruby that the Gemfile asks for.
# Needs: ruby, bundle
# Run with: Ruby 3.1.7 and Bundler 2.3.15 (Debian packages) on Debian 12.
set -eu

dir=$(mktemp -d)
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir"
export HOME="$dir" BUNDLE_SILENCE_ROOT_WARNING=1
try() { printf '$ %s\n' "$*"; timeout 60 "$@" 2>&1 </dev/null || true; }

echo 'ruby "3.2.2"' >Gemfile
try bundle install
try bundle exec ruby -e 1
try ruby -e 'require "bundler/setup"'
try bundle check
echo 'ruby "~> 3.3.0"' >Gemfile
try bundle install
echo 'ruby ">= 2.6", "< 3.0"' >Gemfile
try bundle install
echo 'ruby "3.1.4", engine: "jruby", engine_version: "9.4.0.0"' >Gemfile
try bundle install
printf 'ruby "%s", patchlevel: "100"\n' "$(ruby -e 'print RUBY_VERSION')" >Gemfile
try bundle install

mkdir old
cat >old/old.gemspec <<'RB'
Gem::Specification.new do |s|
  s.name = "old"
  s.version = "1.0"
  s.summary = "x"
  s.authors = ["x"]
  s.files = []
  s.required_ruby_version = ">= 3.9"
end
RB
cd old
try gem build old.gemspec
try gem install --local old-1.0.gem --install-dir "$dir/gems"
cd ..
echo 'gem "old", path: "old"' >Gemfile
try bundle install --local
