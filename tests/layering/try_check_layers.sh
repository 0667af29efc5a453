#!/usr/bin/env bash
# Breaks every rule of check_layers.sh once, in a small tree of its own, and wants each noticed.
# Usage: try_check_layers.sh
set -euo pipefail
check=$(cd "$(dirname "$0")" && pwd)/check_layers.sh
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
status=0

plant() {
  rm -rf "${root:?}"/*
  mkdir -p "$root"/{include/gisa,common/text,common/error,common/cli,indexer/readers,searcher/outputs}
  printf '#include <string>\n' >"$root/include/gisa/error.h"
  printf '#include <xapian.h>\n#include "gisa/error.h"\n' >"$root/common/error/xapian_error.h"
  printf '#include <unicode/uchar.h>\n' >"$root/common/text/utf8.cc"
  printf '#include <boost/program_options.hpp>\n' >"$root/common/cli/command_line.h"
  printf '#include "common/database.h"\n' >"$root/indexer/readers/text.cc"
  printf '#include <boost/program_options.hpp>\n' >"$root/searcher/options.cc"
}

# expect STATUS WHAT: runs the check on the tree as it stands.
expect() {
  local got=0
  "$check" "$root" 2>"$root/said" || got=$?
  if [ "$got" != "$1" ]; then
    echo "$2: exit $got instead of $1" >&2
    cat "$root/said" >&2
    status=1
  fi
}

# broken FILE LINE: a tree with LINE in FILE must be refused, and FILE named.
broken() {
  plant
  printf '%s\n' "$2" >>"$root/$1"
  expect 1 "$2 in $1"
  if ! grep -q "^$1:" "$root/said"; then
    echo "$2 in $1: not named" >&2
    status=1
  fi
}

plant
expect 0 'a tree that keeps the rules'
broken include/gisa/error.h '#include "common/schema.h"'
broken include/gisa/error.h '#include "gisax/schema.h"'
broken include/gisa/error.h '#include <xapian.h>'
broken include/gisa/error.h '#include <boost/optional.hpp>'
broken include/gisa/error.h '#include <fmt/format.h>'
broken common/schema.cc '#include "indexer/document/passage.h"'
broken common/schema.cc '#include "searcher/match/compile.h"'
broken indexer/main.cc '#include "searcher/match/compile.h"'
broken searcher/match/compile.cc '#include "indexer/document/passage.h"'
broken searcher/match/compile.cc '#  include <xapian.h>'
broken common/database.cc '#include <xapian.h>'
broken common/schema.cc '#include <unicode/uchar.h>'
broken searcher/match/compile.cc '#include <unicode/uchar.h>'
broken indexer/update/index_run.cc '#include <boost/program_options.hpp>'
broken indexer/readers/jsonl.cc '#include "../passage.h"'
rm -rf "${root:?}"/*
expect 2 'an empty tree'
exit $status
