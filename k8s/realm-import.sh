#!/bin/sh
# Prints a KeycloakRealmImport made from the realm file, so that the realm is written down once:
#   k8s/realm-import.sh | kubectl -n barnstorm create -f -
# Another file as argument is used instead, for example one with your own redirect addresses.
# Keycloak imports a realm only when it does not exist yet; later changes are made on Keycloak itself.
set -eu
realm=${1:-$(dirname "$0")/../keycloak/barnstorm-realm.json}
[ -r "$realm" ] || { echo "No realm file: $realm" >&2; exit 1; }
cat <<'HEAD'
apiVersion: k8s.keycloak.org/v2beta1
kind: KeycloakRealmImport
metadata:
  name: barnstorm
spec:
  keycloakCRName: keycloak
  realm:
HEAD
# JSON is YAML once it is indented deeper than its key.
sed 's/^/    /' "$realm"
