#!/bin/sh
# Runs once, when the database is created: the role that owns the tables is neither superuser nor exempt from row security.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$OWNER_PASSWORD" --username postgres <<'SQL'
create role braidway_owner login createrole password :'password';
create database braidway owner braidway_owner;
SQL
