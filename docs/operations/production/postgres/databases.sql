-- The two users and three databases; run once, by PostgreSQL's superuser, after roles.sql.
-- psql reads the passwords itself, so that no command line shows them.
\set hoster_password `cat /run/secrets/hoster-database-password`
\set temporal_password `cat /run/secrets/temporal-database-password`

create role hoster login nosuperuser nocreatedb nocreaterole nobypassrls password :'hoster_password';
grant hoster_web, hoster_worker to hoster;
create database hoster owner hoster;

create role temporal login nosuperuser nocreatedb nocreaterole password :'temporal_password';
create database temporal owner temporal;
create database temporal_visibility owner temporal;

revoke connect on database hoster, temporal, temporal_visibility from public;
grant connect on database hoster to hoster;
grant connect on database temporal, temporal_visibility to temporal;
