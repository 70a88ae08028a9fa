#!/bin/sh
# Provokes "[Errno 13] Permission denied" and "[Errno 1] Operation not permitted" in Python. As root it goes on as nobody.
# Needs: python3, setpriv (only as root)
# Takes: PYTHON, another interpreter.
# Run with: Python 2.7.18, 3.11.2 and 3.13.0 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

as=
if [ "$(id -u)" = 0 ]; then
  as="setpriv --reuid=65534 --regid=65534 --clear-groups"
  python=/usr/bin/python3
fi
chmod 755 "$dir"
mkdir "$dir/ro"
echo 'print("secret")' >"$dir/secret.py"
printf '#!/bin/sh\necho hi\n' >"$dir/deploy.sh"
: >"$dir/ro/report.tmp"
chmod 000 "$dir/secret.py"
chmod 555 "$dir/ro"
cd "$dir"

for code in 'open("secret.py")' \
  'import os; os.makedirs("ro/uploads")' \
  'import os; os.rename("ro/report.tmp", "ro/report.csv")' \
  'import subprocess; subprocess.call(["./deploy.sh"])' \
  'import os; os.chown("ro", 0, 0)' \
  'import os; os.kill(1, 0)'; do
  $as "$python" -c "$code" 2>&1 || true
done
$as "$python" secret.py 2>&1 || true
chmod 755 "$dir/ro"
