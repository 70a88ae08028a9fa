#!/bin/sh
# Provokes "Error creating bean with name" and its kin in Spring Boot: a constructor that throws, a missing bean, a cycle, a missing setting.
# Needs: java (17 or newer), javac
# Takes: LIBS, a folder with the jars of spring-boot-starter (mvn dependency:copy-dependencies -DoutputDirectory=… collects them).
# Run with: Spring Boot 2.6.6 and 3.5.16 (the jars inside PyPI's atoti 0.6.6 and atoti-server 0.9.16) and OpenJDK 17.0.15 on Debian 12.
set -eu

libs=${LIBS:-}
if [ -z "$libs" ]; then
  echo "LIBS has to name the folder with the jars of spring-boot-starter" >&2
  exit 77
fi
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

app='package com.example.demo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
@SpringBootApplication
public class DemoApplication { public static void main(String[] args) { SpringApplication.run(DemoApplication.class, args); } }'

try() {
  rm -rf "$dir/src" "$dir/classes"
  mkdir "$dir/src" "$dir/classes"
  printf '%s\n' "$app" >"$dir/src/DemoApplication.java"
  printf 'package com.example.demo;\nimport org.springframework.beans.factory.annotation.Value;\nimport org.springframework.stereotype.*;\n%s\n' "$2" >"$dir/src/$1.java"
  javac -parameters -nowarn -cp "$libs/*" -d "$dir/classes" "$dir/src"/*.java
  timeout 120 java -cp "$dir/classes:$libs/*" com.example.demo.DemoApplication --spring.main.banner-mode=off --server.port=0 2>&1 || true
}

try OrderService '@Service public class OrderService { public OrderService() { throw new IllegalStateException("pay.url is not set"); } }'
try Checkout '@Service public class Checkout { public interface PriceClient { } public Checkout(PriceClient client) { } }'
try Pair 'public class Pair { @Service public static class One { public One(Two two) { } } @Service public static class Two { public Two(One one) { } } }'
# shellcheck disable=SC2016 # the placeholder is Spring's
try Key '@Component public class Key { public Key(@Value("${stripe.key}") String key) { } }'
