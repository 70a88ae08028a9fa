#!/bin/sh
# Provokes "Web server failed to start. Port … was already in use." in Spring Boot on loopback, with and without --debug.
# Needs: java (17 or newer), javac
# Takes: LIBS, a folder with the jars of spring-boot-starter-web (mvn dependency:copy-dependencies -DoutputDirectory=… collects
#        them); PORT, another port.
# Run with: Spring Boot 2.2.5, 2.6.6, 3.2.3 and 3.5.16 with Tomcat (the jars inside PyPI's atoti 0.4.0, 0.6.6, 0.8.14 and
#           atoti-server 0.9.16), 2.6.6 with Jetty 9.4.57 too, and OpenJDK 17.0.15 on Debian 12.
set -eu

libs=${LIBS:-}
if [ -z "$libs" ]; then
  echo "LIBS has to name the folder with the jars of spring-boot-starter-web" >&2
  exit 77
fi
port=${PORT:-38990}
dir=$(mktemp -d)
holder=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

mkdir "$dir/classes"
cat >"$dir/Hold.java" <<'JAVA'
import java.net.InetAddress;
import java.net.ServerSocket;

public class Hold {
    public static void main(String[] args) throws Exception {
        try (ServerSocket holder = new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getLoopbackAddress())) {
            System.out.println("ready");
            Thread.sleep(120_000);
        }
    }
}
JAVA
cat >"$dir/DemoApplication.java" <<'JAVA'
package com.example.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class DemoApplication {
    public static void main(String[] args) {
        SpringApplication.run(DemoApplication.class, args);
    }
}
JAVA
javac -nowarn -cp "$libs/*" -d "$dir/classes" "$dir/DemoApplication.java"

java "$dir/Hold.java" "$port" >"$dir/ready" &
holder=$!
tries=0
until grep -q ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ]; then
    echo "the holder did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done

for more in --spring.main.banner-mode=off --debug; do
  timeout 120 java -cp "$dir/classes:$libs/*" com.example.demo.DemoApplication \
    --server.address=127.0.0.1 --server.port="$port" "$more" 2>&1 || true
done
