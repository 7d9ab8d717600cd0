alter table tenant add column made_later text;
