CREATE SCHEMA land;

CREATE SCHEMA people;

CREATE SCHEMA policy;

CREATE SCHEMA store;

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

CREATE FUNCTION people.account() RETURNS text
    LANGUAGE sql STABLE
    AS $$ select nullif(current_setting('zhibu.account', true), '') $$;

CREATE FUNCTION people.holds(roles text[]) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select exists (
      select 1
        from string_to_table(current_setting('zhibu.scopes', true), ',') as held
       where split_part(held, '=', 1) = any(roles))
  $$;

CREATE FUNCTION people.reaches(roles text[], path text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select exists (
      select 1
        from string_to_table(current_setting('zhibu.scopes', true), ',') as held,
             split_part(held, '=', 2) as scope
       where split_part(held, '=', 1) = any(roles)
         and case when path is null then position('.' in scope) = 0
                  else starts_with(path || '.', scope || '.') end)
  $$;

CREATE FUNCTION people.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    raise exception '% is never changed: % refused', tg_table_name, lower(tg_op)
      using errcode = 'insufficient_privilege';
  end
  $$;

CREATE TABLE land.city (
    id text NOT NULL,
    zones jsonb NOT NULL,
    generated jsonb,
    stamp text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE land.feature (
    layer text NOT NULL,
    id text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    geom public.geometry(Geometry,4490) NOT NULL,
    planar public.geometry(Geometry,4548) NOT NULL,
    area_dm2 bigint NOT NULL,
    properties jsonb DEFAULT '{}'::jsonb NOT NULL,
    synthetic boolean NOT NULL,
    valid_from date,
    CONSTRAINT feature_area_dm2_check CHECK ((area_dm2 >= 0)),
    CONSTRAINT feature_id_check CHECK (((length(id) >= 1) AND (length(id) <= 80))),
    CONSTRAINT feature_planar_check CHECK (public.st_isvalid(planar)),
    CONSTRAINT feature_properties_check CHECK ((jsonb_typeof(properties) = 'object'::text))
);

CREATE TABLE land.layer (
    id text NOT NULL,
    title jsonb NOT NULL,
    layer_group text NOT NULL,
    geometry_kind text NOT NULL,
    level text NOT NULL,
    rule_set jsonb,
    synthetic boolean NOT NULL,
    source jsonb NOT NULL,
    dated text,
    min_zoom numeric NOT NULL,
    coverage public.geometry(Geometry,4490) NOT NULL,
    coverage_planar public.geometry(Geometry,4548) NOT NULL,
    stamp text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT layer_geometry_kind_check CHECK ((geometry_kind = ANY (ARRAY['point'::text, 'line'::text, 'polygon'::text]))),
    CONSTRAINT layer_id_check CHECK ((id ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT layer_level_check CHECK ((level = ANY (ARRAY['1'::text, '2'::text, '3'::text, 'advice'::text, 'none'::text]))),
    CONSTRAINT layer_min_zoom_check CHECK (((min_zoom >= (0)::numeric) AND (min_zoom <= (24)::numeric)))
);

CREATE TABLE people.audit (
    id bigint NOT NULL,
    txid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor_kind text NOT NULL,
    actor text,
    role text,
    delegated_by text,
    act text NOT NULL,
    resource_kind text NOT NULL,
    resource_id text,
    scope text,
    refusal text,
    request_id text NOT NULL,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT audit_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['anonymous'::text, 'system'::text, 'account'::text]))),
    CONSTRAINT audit_check CHECK (((actor IS NULL) = (actor_kind = 'anonymous'::text))),
    CONSTRAINT audit_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text))
);

ALTER TABLE people.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME people.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE people.delegation (
    delegation_id text NOT NULL,
    from_account text NOT NULL,
    to_account text NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT delegation_check CHECK ((from_account <> to_account)),
    CONSTRAINT delegation_check1 CHECK ((until > since)),
    CONSTRAINT delegation_role_check CHECK ((role ~ '^[a-z_]+$'::text))
);

CREATE TABLE people.organisation (
    path text NOT NULL,
    parent text,
    kind text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT organisation_check CHECK ((NOT (parent IS DISTINCT FROM NULLIF(regexp_replace(path, '[.]?[^.]*$'::text, ''::text), ''::text)))),
    CONSTRAINT organisation_kind_check CHECK ((kind = ANY (ARRAY['city'::text, 'district'::text, 'subdistrict'::text, 'community'::text, 'department'::text, 'company'::text]))),
    CONSTRAINT organisation_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 200))),
    CONSTRAINT organisation_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 100))),
    CONSTRAINT organisation_path_check CHECK ((path ~ '^[0-9a-z_-]{1,40}([.][0-9a-z_-]{1,40}){0,5}$'::text))
);

CREATE TABLE people.role_grant (
    grant_id text NOT NULL,
    account_id text NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    granted_by text,
    granted_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT role_grant_role_check CHECK ((role ~ '^[a-z_]+$'::text))
);

CREATE TABLE policy.clause (
    document_id text NOT NULL,
    item text NOT NULL,
    place integer NOT NULL,
    mechanism integer NOT NULL,
    standing text NOT NULL,
    lead text NOT NULL,
    body text NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT clause_mechanism_check CHECK ((mechanism > 0)),
    CONSTRAINT clause_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE policy.document (
    document_id text NOT NULL,
    title text NOT NULL,
    source_name text NOT NULL,
    source_sha256 text NOT NULL,
    items integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    CONSTRAINT document_items_check CHECK ((items > 0)),
    CONSTRAINT document_source_sha256_check CHECK ((source_sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE policy.evaluation (
    evaluation_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    as_of date NOT NULL,
    encoding text NOT NULL,
    engine text NOT NULL,
    question jsonb NOT NULL,
    facts jsonb NOT NULL,
    answers jsonb NOT NULL,
    CONSTRAINT evaluation_check CHECK ((expires_at > created_at))
);

CREATE TABLE store.event (
    id bigint NOT NULL,
    txid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    room text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE store.event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME store.event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE store.idempotency (
    key text NOT NULL,
    route text NOT NULL,
    request_sha256 text NOT NULL,
    answer jsonb,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

CREATE TABLE store.migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT migration_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE ONLY land.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (id);

ALTER TABLE ONLY land.feature
    ADD CONSTRAINT feature_pkey PRIMARY KEY (layer, id);

ALTER TABLE ONLY land.layer
    ADD CONSTRAINT layer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (delegation_id);

ALTER TABLE ONLY people.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (path);

ALTER TABLE ONLY people.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (grant_id);

ALTER TABLE ONLY policy.clause
    ADD CONSTRAINT clause_pkey PRIMARY KEY (document_id, item);

ALTER TABLE ONLY policy.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY policy.evaluation
    ADD CONSTRAINT evaluation_pkey PRIMARY KEY (evaluation_id);

ALTER TABLE ONLY store.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY store.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (key, route);

ALTER TABLE ONLY store.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

CREATE INDEX feature_by_degrees ON land.feature USING gist (geom);

CREATE INDEX feature_by_metres ON land.feature USING gist (planar);

CREATE INDEX audit_by_actor ON people.audit USING btree (actor, id);

CREATE INDEX audit_by_at ON people.audit USING btree (at);

CREATE INDEX audit_by_resource ON people.audit USING btree (resource_kind, resource_id, id);

CREATE INDEX delegation_by_from ON people.delegation USING btree (from_account);

CREATE INDEX delegation_by_to ON people.delegation USING btree (to_account);

CREATE INDEX organisation_by_parent ON people.organisation USING btree (parent);

CREATE INDEX role_grant_by_scope ON people.role_grant USING btree (scope, role);

CREATE UNIQUE INDEX role_grant_in_force ON people.role_grant USING btree (account_id, role, scope) WHERE (withdrawn_at IS NULL);

CREATE INDEX evaluation_expires_at ON policy.evaluation USING btree (expires_at);

CREATE INDEX event_by_room ON store.event USING btree (room, id);

CREATE INDEX idempotency_by_age ON store.idempotency USING btree (at);

CREATE TRIGGER audit_is_never_changed BEFORE DELETE OR UPDATE ON people.audit FOR EACH ROW EXECUTE FUNCTION people.refuse_change();

CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON people.audit FOR EACH STATEMENT EXECUTE FUNCTION people.refuse_change();

ALTER TABLE ONLY land.feature
    ADD CONSTRAINT feature_layer_fkey FOREIGN KEY (layer) REFERENCES land.layer(id) ON DELETE CASCADE;

ALTER TABLE ONLY people.delegation
    ADD CONSTRAINT delegation_scope_fkey FOREIGN KEY (scope) REFERENCES people.organisation(path);

ALTER TABLE ONLY people.organisation
    ADD CONSTRAINT organisation_parent_fkey FOREIGN KEY (parent) REFERENCES people.organisation(path);

ALTER TABLE ONLY people.role_grant
    ADD CONSTRAINT role_grant_scope_fkey FOREIGN KEY (scope) REFERENCES people.organisation(path);

ALTER TABLE ONLY policy.clause
    ADD CONSTRAINT clause_document_id_fkey FOREIGN KEY (document_id) REFERENCES policy.document(document_id) ON DELETE CASCADE;

ALTER TABLE people.audit ENABLE ROW LEVEL SECURITY;

CREATE POLICY audit_created ON people.audit FOR INSERT TO zhibu_person WITH CHECK ((NOT (actor IS DISTINCT FROM people.account())));

CREATE POLICY audit_seen ON people.audit FOR SELECT TO zhibu_person USING (((actor = people.account()) OR people.reaches('{auditor}'::text[], scope)));

ALTER TABLE people.delegation ENABLE ROW LEVEL SECURITY;

CREATE POLICY delegation_changed ON people.delegation FOR UPDATE TO zhibu_person USING ((((people.account() = from_account) OR (people.account() = to_account)) OR people.reaches('{administrator}'::text[], scope)));

CREATE POLICY delegation_created ON people.delegation FOR INSERT TO zhibu_person WITH CHECK ((from_account = people.account()));

CREATE POLICY delegation_seen ON people.delegation FOR SELECT TO zhibu_person USING ((((people.account() = from_account) OR (people.account() = to_account)) OR people.reaches('{administrator,auditor}'::text[], scope)));

ALTER TABLE people.organisation ENABLE ROW LEVEL SECURITY;

CREATE POLICY organisation_changed ON people.organisation FOR UPDATE TO zhibu_person USING (people.reaches('{administrator}'::text[], path));

CREATE POLICY organisation_created ON people.organisation FOR INSERT TO zhibu_person WITH CHECK (people.reaches('{administrator}'::text[], path));

CREATE POLICY organisation_seen ON people.organisation FOR SELECT TO zhibu_person USING ((people.holds('{administrator,auditor,district_officer,planner,reviewer,integrator}'::text[]) OR people.reaches('{sponsor,resident,financier}'::text[], path)));

ALTER TABLE people.role_grant ENABLE ROW LEVEL SECURITY;

CREATE POLICY role_grant_changed ON people.role_grant FOR UPDATE TO zhibu_person USING (people.reaches('{administrator}'::text[], scope));

CREATE POLICY role_grant_created ON people.role_grant FOR INSERT TO zhibu_person WITH CHECK (people.reaches('{administrator}'::text[], scope));

CREATE POLICY role_grant_seen ON people.role_grant FOR SELECT TO zhibu_person USING (((account_id = people.account()) OR people.reaches('{administrator,auditor}'::text[], scope)));
