#!/bin/sh
# Provokes "Event loop is closed": a loop used twice, a thread that reports too late, a log line.
# Needs: python3 (3.7 or newer)
# Takes: PYTHON, another interpreter.
# Run with: Python 3.7.16, 3.11.2 and 3.13.0 on Debian 12; redis 8.1.0, httpx 0.28.1, aiohttp 3.14.5 and uvloop 0.23.0 by hand.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"

cat >twice.py <<'PY'
import asyncio
async def job():
    return 1
loop = asyncio.new_event_loop()
loop.run_until_complete(job())
loop.close()
loop.run_until_complete(job())
PY
cat >thread.py <<'PY'
import asyncio, threading, time
async def main():
    loop = asyncio.get_running_loop()
    def worker():
        time.sleep(0.5)
        loop.call_soon_threadsafe(print, "done")
    threading.Thread(target=worker).start()
asyncio.run(main())
PY
cat >log.py <<'PY'
import asyncio, logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
loop = asyncio.new_event_loop()
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    logging.error("job failed: %r", error)
    logging.error("%s", error)
PY
for script in twice thread log; do
  "$python" "$script.py" 2>&1 || true
done
