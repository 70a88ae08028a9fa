#!/bin/sh
# Provokes "was compiled against a different Node.js version": a small addon that says it was built for NODE_MODULE_VERSION 93 (Node 16).
# Needs: node (14 or newer), cc
# Takes: NODE, another binary; not Node 16, for which the addon fits.
# Run with: Node 20.20.2, 24.19.0, gcc on Debian 12.
set -eu

node=${NODE:-node}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

# The struct node_module of src/node.h, in plain C: no headers of Node are needed.
cat >"$dir/shop.c" <<'C'
struct module { int version; unsigned flags; void *handle; const char *file; void *init; void *context_init; const char *name; void *data; void *next; };
extern void node_module_register(void *);
static void init(void) {}
static struct module shop = { 93, 0, 0, "shop.c", init, 0, "shop", 0, 0 };
__attribute__((constructor)) static void start(void) { node_module_register(&shop); }
C
cc -shared -fPIC -o "$dir/shop.node" "$dir/shop.c"
echo "require('./shop.node');" >"$dir/server.js"
"$node" "$dir/server.js" 2>&1 || true
