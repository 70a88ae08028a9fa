#!/bin/sh
# Provokes the two texts of a package that was built for NumPy 1 and meets NumPy 2. It needs an interpreter with such a
# pair installed, because nothing here downloads: pandas 2.0.3 or Bottleneck 1.3.8 (pip install --no-deps) with NumPy 2.2.6.
# Needs: python3 (with numpy 2 and pandas 2.0.3 or bottleneck 1.3.8)
# Takes: PYTHON, the interpreter of that environment.
# Run with: Python 3.11.2, NumPy 2.2.6, pandas 2.0.3 and Bottleneck 1.3.8 from PyPI on Debian 12.
set -eu

python=${PYTHON:-python3}
# Found, not imported: to import one of them is what fails.
"$python" -c 'import sys, numpy
from importlib.util import find_spec
sys.exit(numpy.__version__ < "2" or not (find_spec("pandas") or find_spec("bottleneck")))' 2>/dev/null || {
  echo "$python has no NumPy 2 with pandas or Bottleneck" >&2
  exit 77
}
for module in pandas bottleneck; do
  "$python" -c "import $module" 2>&1 || true
done
