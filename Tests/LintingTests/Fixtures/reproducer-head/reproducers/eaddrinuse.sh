#!/bin/sh
# Provokes it.
# Needs: node (20 or newer), a running server
set -eu
