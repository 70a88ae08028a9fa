#!/bin/sh
# Provokes "Connection is not available, request timed out" in HikariCP with a driver that answers nothing: no database is needed.
# Needs: java (17 or newer), javac
# Takes: LIBS, a class path with HikariCP and slf4j.
# Run with: HikariCP 2.7.9 (Debian package libhikaricp-java), slf4j 1.7.36 and OpenJDK 17.0.15 on Debian 12.
set -eu

libs=${LIBS:-/usr/share/java/HikariCP.jar:/usr/share/java/slf4j-api.jar}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Pool.java" <<'JAVA'
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.util.Properties;
import java.util.logging.Logger;

public class Pool {
    static class Fake implements Driver {
        public Connection connect(String url, Properties info) {
            return (Connection) Proxy.newProxyInstance(Pool.class.getClassLoader(), new Class<?>[] { Connection.class }, (proxy, method, args) -> {
                Class<?> type = method.getReturnType();
                return switch (method.getName()) {
                    case "isValid", "getAutoCommit" -> true;
                    case "hashCode" -> 1;
                    case "equals" -> proxy == args[0];
                    case "toString" -> "connection";
                    default -> type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null;
                };
            });
        }
        public boolean acceptsURL(String url) { return url.startsWith("jdbc:fake:"); }
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return new DriverPropertyInfo[0]; }
        public int getMajorVersion() { return 1; }
        public int getMinorVersion() { return 0; }
        public boolean jdbcCompliant() { return false; }
        public Logger getParentLogger() { return null; }
    }

    public static void main(String[] args) throws Exception {
        DriverManager.registerDriver(new Fake());
        var config = new com.zaxxer.hikari.HikariConfig();
        config.setJdbcUrl("jdbc:fake:x");
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(1000);
        var pool = new com.zaxxer.hikari.HikariDataSource(config);
        try {
            for (int i = 0; i < 3; i++) {
                pool.getConnection();
            }
        } catch (Exception exception) {
            exception.printStackTrace();
            System.exit(1);
        }
    }
}
JAVA
javac --release 17 -cp "$libs" -d "$dir" "$dir/Pool.java"
timeout 60 java -cp "$dir:$libs" Pool 2>&1 || true
