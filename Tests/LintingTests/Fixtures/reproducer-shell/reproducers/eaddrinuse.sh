#!/bin/bash
port=$[RANDOM + 1024]
if true; then
