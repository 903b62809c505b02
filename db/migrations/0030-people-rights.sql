-- The room `people`: organisations, roles and delegations, the audit trail, and a second wall:
-- whatever is done for a person runs under a role that sees only the rows that concern it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'zhibu_person') then
    create role zhibu_person nologin;
  end if;
  if not pg_has_role(current_user, 'zhibu_person', 'member') then
    execute format('grant zhibu_person to %I', current_user);
  end if;
end $$;

create schema people;

-- What the other rooms keep is guarded by `may` alone; a table of persons adds its own policies.
grant usage on schema store, land, policy, people to zhibu_person;
grant select, insert, update, delete on all tables in schema store, land, policy to zhibu_person;
revoke insert, update, delete on store.migration from zhibu_person;
alter default privileges grant usage on schemas to zhibu_person;
alter default privileges grant select, insert, update, delete on tables to zhibu_person;
alter default privileges grant usage on sequences to zhibu_person;

-- Who asks: the transaction of an account says so in two settings that end with it.
create function people.account() returns text
  language sql stable
  as $$ select nullif(current_setting('zhibu.account', true), '') $$;
comment on function people.account() is 'The account on whose behalf this transaction runs.';

-- The setting zhibu.scopes reads "administrator=110000,auditor=110000.110101".
create function people.holds(roles text[]) returns boolean
  language sql stable
  as $$
    select exists (
      select 1
        from string_to_table(current_setting('zhibu.scopes', true), ',') as held
       where split_part(held, '=', 1) = any(roles))
  $$;
comment on function people.holds(text[]) is 'Whether one of the roles is held, wherever.';

create function people.reaches(roles text[], path text) returns boolean
  language sql stable
  as $$
    select exists (
      select 1
        from string_to_table(current_setting('zhibu.scopes', true), ',') as held,
             split_part(held, '=', 2) as scope
       where split_part(held, '=', 1) = any(roles)
         and case when path is null then position('.' in scope) = 0
                  else starts_with(path || '.', scope || '.') end)
  $$;
comment on function people.reaches(text[], text) is 'Whether one of the roles is held over a path.';

create table people.organisation (
  path text primary key check (path ~ '^[0-9a-z_-]{1,40}([.][0-9a-z_-]{1,40}){0,5}$'),
  parent text references people.organisation,
  kind text not null
    check (kind in ('city', 'district', 'subdistrict', 'community', 'department', 'company')),
  name_zh text not null check (length(name_zh) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 200),
  version integer not null default 1,
  created_at timestamptz not null,
  closed_at timestamptz,
  check (parent is not distinct from nullif(regexp_replace(path, '[.]?[^.]*$', ''), ''))
);
comment on table people.organisation is 'The tree of organisations; a path is also a scope.';
create index organisation_by_parent on people.organisation (parent);

create table people.role_grant (
  grant_id text primary key,
  account_id text not null,
  role text not null check (role ~ '^[a-z_]+$'),
  scope text not null references people.organisation,
  granted_by text,
  granted_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null default 1
);
comment on table people.role_grant is 'Which account holds which role, over which part of the tree.';
create unique index role_grant_in_force on people.role_grant (account_id, role, scope)
  where withdrawn_at is null;
create index role_grant_by_scope on people.role_grant (scope, role);

create table people.delegation (
  delegation_id text primary key,
  from_account text not null,
  to_account text not null,
  role text not null check (role ~ '^[a-z_]+$'),
  scope text not null references people.organisation,
  since timestamptz not null,
  until timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  check (from_account <> to_account),
  check (until > since)
);
comment on table people.delegation is 'A role lent to another account until an instant.';
create index delegation_by_to on people.delegation (to_account);
create index delegation_by_from on people.delegation (from_account);

-- Every act and every refusal, in the transaction that it belongs to.
create table people.audit (
  id bigint generated always as identity primary key,
  txid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('anonymous', 'system', 'account')),
  actor text,
  -- The role that allowed it, and the account that had lent this role.
  role text,
  delegated_by text,
  act text not null,
  resource_kind text not null,
  resource_id text,
  scope text,
  -- The code of the refusal; null where the act was done.
  refusal text,
  request_id text not null,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  check ((actor is null) = (actor_kind = 'anonymous'))
);
comment on table people.audit is 'The audit trail: rows are added, and never changed or removed.';
create index audit_by_actor on people.audit (actor, id);
create index audit_by_resource on people.audit (resource_kind, resource_id, id);
create index audit_by_at on people.audit (at);

create function people.refuse_change() returns trigger
  language plpgsql
  as $$
  begin
    raise exception '% is never changed: % refused', tg_table_name, lower(tg_op)
      using errcode = 'insufficient_privilege';
  end
  $$;
create trigger audit_is_never_changed before update or delete on people.audit
  for each row execute function people.refuse_change();
create trigger audit_is_never_emptied before truncate on people.audit
  for each statement execute function people.refuse_change();
do $$
begin
  execute format('revoke update, delete, truncate on people.audit from zhibu_person, %I',
    current_user);
end $$;
revoke delete on people.organisation, people.role_grant, people.delegation from zhibu_person;

alter table people.organisation enable row level security;
create policy organisation_seen on people.organisation for select to zhibu_person
  using (
    people.holds('{administrator,auditor,district_officer,planner,reviewer,integrator}')
    or people.reaches('{sponsor,resident,financier}', path));
create policy organisation_created on people.organisation for insert to zhibu_person
  with check (people.reaches('{administrator}', path));
create policy organisation_changed on people.organisation for update to zhibu_person
  using (people.reaches('{administrator}', path));

alter table people.role_grant enable row level security;
create policy role_grant_seen on people.role_grant for select to zhibu_person
  using (account_id = people.account() or people.reaches('{administrator,auditor}', scope));
create policy role_grant_created on people.role_grant for insert to zhibu_person
  with check (people.reaches('{administrator}', scope));
create policy role_grant_changed on people.role_grant for update to zhibu_person
  using (people.reaches('{administrator}', scope));

alter table people.delegation enable row level security;
create policy delegation_seen on people.delegation for select to zhibu_person
  using (
    people.account() in (from_account, to_account)
    or people.reaches('{administrator,auditor}', scope));
create policy delegation_created on people.delegation for insert to zhibu_person
  with check (from_account = people.account());
create policy delegation_changed on people.delegation for update to zhibu_person
  using (
    people.account() in (from_account, to_account)
    or people.reaches('{administrator}', scope));

alter table people.audit enable row level security;
create policy audit_seen on people.audit for select to zhibu_person
  using (actor = people.account() or people.reaches('{auditor}', scope));
create policy audit_created on people.audit for insert to zhibu_person
  with check (actor is not distinct from people.account());
