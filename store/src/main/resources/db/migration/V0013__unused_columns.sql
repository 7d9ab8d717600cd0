-- Failures to sign in are counted by address (sign_in_attempt), so that unknown ones wait like known ones.
alter table app_user drop column failed_sign_ins, drop column locked_until;

-- What was sent before this version: nobody reads it again, and it holds links that open accounts.
update notice set body = '' where sent_at is not null and dedupe_key like 'account:%';
