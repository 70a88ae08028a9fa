#!/bin/sh
# Provokes Maven's "Could not find artifact" and its kin on loopback: a parent and a plugin that the only repository lacks,
# the answer remembered, -o, and a repository that refuses.
# Needs: mvn, java, python3
# Takes: MVN, another mvn; PORT, another free port.
# Run with: Maven 3.8.7 (Debian package maven) and OpenJDK 17.0.15 on Debian 12.
set -eu

mvn=${MVN:-mvn}
port=${PORT:-38973}
dir=$(mktemp -d)
mkdir "$dir/empty" "$dir/plugin"
python3 -m http.server "$port" --bind 127.0.0.1 --directory "$dir/empty" >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$dir"' EXIT
cd "$dir"

for to in "$port" 1; do
  mirror="<mirror><id>nexus</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:$to/</url></mirror>"
  echo "<settings><mirrors>$mirror</mirrors></settings>" >"settings-$to.xml"
done
self='<modelVersion>4.0.0</modelVersion><groupId>com.example</groupId><artifactId>orders</artifactId><version>1.0.0</version>'
parent='<groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version>'
echo "<project>$self<parent>$parent<relativePath/></parent></project>" >pom.xml
echo "<project>$self</project>" >plugin/pom.xml

run() { # the port of the settings, then arguments
  settings=$1
  shift
  "$mvn" -B -s "$dir/settings-$settings.xml" -Dmaven.repo.local="$dir/m2-$settings" "$@" 2>&1 </dev/null || true
}
run "$port" -f plugin/pom.xml compile
run "$port" compile
run "$port" compile
run "$port" -o -Dmaven.repo.local="$dir/m2-none" compile
run 1 compile
