#!/bin/sh
# Provokes "Failed to configure a DataSource: 'url' attribute is not specified" in Spring Boot.
# Needs: java (17 or newer), javac
# Takes: LIBS, a class path with the jars of spring-boot-starter-jdbc (mvn dependency:copy-dependencies collects them), such as lib/*.
# Run with: Spring Boot 2.2.5, 2.6.6 and 3.5.16 (the jars inside PyPI's atoti), spring-jdbc 4.3.30, spring-tx 4.3.30 and HikariCP 2.7.9
#           (Debian packages libspring-jdbc-java, libspring-transaction-java, libhikaricp-java) and OpenJDK 17.0.15 on Debian 12.
set -eu

libs=${LIBS:-}
if [ -z "$libs" ]; then
  echo "LIBS has to be a class path with the jars of spring-boot-starter-jdbc" >&2
  exit 77
fi
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Demo.java" <<'JAVA'
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;

@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
public class Demo {
    public static void main(String[] args) {
        SpringApplication app = new SpringApplication(Demo.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        app.run(args).getBean(javax.sql.DataSource.class);
    }
}
JAVA
javac -nowarn -cp "$libs" -d "$dir" "$dir/Demo.java"
timeout 120 java -cp "$dir:$libs" Demo --spring.main.banner-mode=off 2>&1 || true
timeout 120 java -cp "$dir:$libs" Demo --spring.main.banner-mode=off --spring.profiles.active=prod 2>&1 || true
