#!/bin/sh
# Provokes ERR_UNKNOWN_FILE_EXTENSION in Node.js: an import of a style sheet and of a component, a TypeScript file in an ES module package.
# Needs: node (14 or newer; the TypeScript file fails only before 22.18)
# Takes: NODE, another binary.
# Run with: Node 14.19.3, 18.4.0, 20.20.2, 22.20.0, 24.19.0 on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cd "$dir"

echo '{ "type": "module" }' >package.json
echo 'body {}' >app.css
echo "import './app.css';" >css.js
echo '<template></template>' >App.vue
echo "import('./App.vue').catch((error) => console.error('ERROR ' + error.message));" >log.js
echo 'const port: number = 3000; console.log(port);' >index.ts
for file in css.js log.js index.ts; do
  "$node" "$file" 2>&1 || true
done
