-- The two roles and the database, as a superuser, once. Passwords come from the environment:
--   BARNSTORM_OWNER_PASSWORD=... BARNSTORM_APP_PASSWORD=... psql -v ON_ERROR_STOP=1 -f roles.sql postgres
\getenv owner_password BARNSTORM_OWNER_PASSWORD
\getenv app_password BARNSTORM_APP_PASSWORD
-- Owns the schema; only migrations use it.
create role barnstorm_owner login password :'owner_password';
-- The service: connects, and has what each migration grants it. No superuser, no DDL, no temporary tables.
create role barnstorm_app login password :'app_password';
create database barnstorm owner barnstorm_owner encoding 'UTF8' template template0;
revoke all on database barnstorm from public;
grant connect on database barnstorm to barnstorm_app;
