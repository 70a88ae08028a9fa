#!/bin/sh
# Provokes "PKIX path building failed" and "the trustAnchors parameter must be non-empty" against a TLS server on loopback.
# Needs: java (17 or newer), keytool, openssl
# Takes: JAVA, another java; PORT, another port.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless) and OpenSSL 3.0 on Debian 12.
set -eu

java=${JAVA:-java}
port=${PORT:-38995}
dir=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

openssl req -x509 -newkey rsa:2048 -nodes -keyout "$dir/key.pem" -out "$dir/cert.pem" -days 2 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost 2>/dev/null
openssl s_server -accept "127.0.0.1:$port" -key "$dir/key.pem" -cert "$dir/cert.pem" -www >/dev/null 2>&1 &
server=$!
sleep 1
cat >"$dir/Get.java" <<'JAVA'
import java.net.URI;
import java.net.URLConnection;

public class Get {
    public static void main(String[] args) throws Exception {
        URLConnection connection = URI.create("https://localhost:" + args[0] + "/").toURL().openConnection();
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(5000);
        connection.getInputStream().readAllBytes();
    }
}
JAVA
keytool -genkeypair -alias gone -keyalg RSA -keystore "$dir/empty.p12" -storepass changeit -dname CN=gone 2>/dev/null
keytool -delete -alias gone -keystore "$dir/empty.p12" -storepass changeit 2>/dev/null

"$java" "$dir/Get.java" "$port" 2>&1 || true
"$java" -Djavax.net.ssl.trustStore="$dir/empty.p12" -Djavax.net.ssl.trustStorePassword=changeit "$dir/Get.java" "$port" 2>&1 || true
