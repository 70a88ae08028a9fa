#!/bin/sh
# Provokes it.
# Needs: node
# Run with: Node 20.20.2 on Debian 12
