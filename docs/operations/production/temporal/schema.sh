# Makes the tables of Temporal's two databases where they are missing, else brings them up to date.
set -eu
SQL_PASSWORD=$(cat /run/secrets/temporal-database-password)
export SQL_PASSWORD
for part in temporal visibility; do
  database=temporal
  [ "$part" = temporal ] || database=temporal_$part
  temporal-sql-tool --database "$database" setup-schema --version 0.0
  temporal-sql-tool --database "$database" update-schema --schema-name "postgresql/v12/$part"
done
