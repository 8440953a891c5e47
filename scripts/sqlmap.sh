#!/bin/sh
# Tries SQL injection with sqlmap (Debian: apt-get install sqlmap) on the parameters that search and filter, as somebody
# signed in, against a running demonstration:
#
#   PORT=8321 DATA_DIR=./data RATE_LIMIT=0 npm start
#   scripts/sqlmap.sh http://127.0.0.1:8321 ./data/demo-accounts.json [folder for the reports]
#
# Exit status 1 where it finds anything. The rate limit must be off, or all it would find is 429.
set -eu
base=$1
accounts=$2
out=${3:-ci-output/sqlmap}
mkdir -p "$out"

field() { node -e 'const a = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).find((o) => o.username === process.argv[2]); console.log(a.password)' "$accounts" "$1"; }
cookie=$(curl -s -o /dev/null -D - -H 'content-type: application/json' -H "origin: $base" \
  -d "{\"username\":\"admin\",\"password\":\"$(field admin)\"}" "$base/api/session" |
  sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' | paste -sd ';' -)
[ -n "$cookie" ] || { echo "could not sign in at $base"; exit 2; }

found=0
while read -r address <&3; do
  [ -n "$address" ] || continue
  name=$(echo "$address" | tr -c 'a-zA-Z0-9\n' '-' | sed 's/^-*//')
  echo "== $address"
  # Every parameter named in the address is tried; 200, 400, 404 and 422 are all answers of a server that lives.
  sqlmap --batch --level 2 --risk 1 --dbms PostgreSQL --threads 2 --timeout 60 --retries 1 --flush-session \
    --ignore-code '400,401,403,404,422' --cookie "$cookie" --output-dir "$out/$name" -u "$base$address" < /dev/null > "$out/$name.log" 2>&1 || true
  if grep -qE 'is vulnerable|appears to be .* injectable|identified the following injection point' "$out/$name.log"; then
    found=$((found + 1))
    grep -E 'is vulnerable|injectable|Payload:' "$out/$name.log"
  fi
  grep -E 'do not appear to be injectable|all tested parameters|HTTP error codes|CRITICAL' "$out/$name.log" | tail -2
done 3<<ADDRESSES
/api/cases?q=a&area=450802001&category=01&state=reported&sort=due&limit=5
/api/cases?source=a&rate=a&ids=01900000-0000-7000-8000-00000000abcd&light=red&channel=desk
/api/people?q=a&area=450802001
/api/organisations?q=a&kind=department&area=450802001
/api/households?q=a&area=450802001
/api/places/search?q=a&under=450802001
/api/zones?q=a&purpose=patrol
/api/accounts?q=a&state=active
/api/service-places?q=a&area=450802001&kind=other
/api/groups?q=a&area=450802001
/api/registers?q=a&area=450802001&kind=anchorHousehold
/open311/v2/requests.json?service_code=01&status=open&start_date=2026-11-01T00:00:00Z
ADDRESSES
echo "$found addresses with an injection"
[ "$found" -eq 0 ]
