create table half_made (id text primary key);
insert into half_made values ('1');
select 1 / 0;
