-- A document is a tree of clauses: parts, items, points, tables and their rows. Texts that were
-- imported before keep their hashes; what is new of them, and their being found by a search, comes
-- with the next import.
alter table policy.clause
  add column parent text,
  add column kind text,
  add column ordinal integer,
  add column heading text,
  add column cells jsonb,
  add column words tsvector;

update policy.clause
   set kind = 'item',
       ordinal = item::integer,
       heading = split_part(body, '。', 1),
       cells = jsonb_build_array(standing, lead),
       words = '';

alter table policy.clause
  alter column kind set not null,
  alter column ordinal set not null,
  alter column heading set not null,
  alter column cells set not null,
  alter column words set not null,
  drop column mechanism,
  drop column standing,
  drop column lead;
create index clause_words on policy.clause using gin (words);

-- A citation whose clause is not the one that it was made from, and what rests on it.
create table policy.text_alarm (
  kind text not null,
  citing_id text not null,
  document_id text not null,
  item text not null,
  expected text not null check (expected ~ '^[0-9a-f]{64}$'),
  found text check (found ~ '^[0-9a-f]{64}$'),
  raised_at timestamptz not null,
  rules jsonb not null,
  cases jsonb not null,
  projects jsonb not null,
  evaluations jsonb not null,
  primary key (kind, citing_id)
);
comment on table policy.text_alarm is 'Texts that changed under what cites them, and what is touched.';

-- Nothing here is for a person to write.
revoke insert, update, delete on policy.text_alarm from zhibu_person;
