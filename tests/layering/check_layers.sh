#!/usr/bin/env bash
# Holds the directions of includes: include/gisa <- common <- {indexer, searcher} <- their main.cc,
# and one door for each library. Prints every line that breaks a rule, as file:line:text.
# Usage: check_layers.sh ROOT. Exits 0 if all hold, 1 if one is broken, 2 if there is nothing to check.
set -uo pipefail
cd "${1:?usage: check_layers.sh ROOT}" || exit 2

include='^[[:space:]]*#[[:space:]]*include[[:space:]]*'
status=0

for folder in include/gisa common indexer searcher; do
  if ! grep -rqE "$include" --include='*.h' --include='*.cc' "$folder"; then
    echo "$PWD/$folder: no includes found; is this the root of gisa?" >&2
    exit 2
  fi
done

# rule NAME PATTERN FOLDER... : lists includes that match PATTERN in files that ALLOWED does not.
rule() {
  local name=$1 pattern=$2 allowed=$3
  shift 3
  local broken
  broken=$(grep -rnE "$include$pattern" --include='*.h' --include='*.cc' "$@" |
    grep -vE "^($allowed):")
  if [ -n "$broken" ]; then
    printf '%s:\n%s\n' "$name" "$broken" >&2
    status=1
  fi
}
nobody='//'
all=(include common indexer searcher)

rule 'include/gisa includes of the project only include/gisa' '"([^g]|g[^i]|gi[^s]|gis[^a]|gisa[^/])' \
  "$nobody" include
# A header of the standard library of C++ has no dot and no folder in its name.
rule 'include/gisa includes no header of a library' '<[^>]*[./]' "$nobody" include
rule 'common includes neither indexer nor searcher' '["<](indexer|searcher)/' "$nobody" common
rule 'indexer does not include searcher' '["<]searcher/' "$nobody" indexer
rule 'searcher does not include indexer' '["<]indexer/' "$nobody" searcher
rule 'xapian.h has one door' '["<]xapian' 'common/error/xapian_error\.h' "${all[@]}"
rule 'ICU is only under text and analysis' '["<]unicode/' 'common/(text|analysis)/[^:]*' "${all[@]}"
rule 'Boost is only on the command line and in the web server' '["<]boost/' \
  'common/cli/[^:]*|indexer/main\.cc|searcher/main\.cc|searcher/server/http_server\.cc|searcher/cli/options\.(h|cc)|searcher/request/request_options\.(h|cc)' "${all[@]}"
rule 'No include climbs out of its folder' '"\.' "$nobody" "${all[@]}"
exit $status
