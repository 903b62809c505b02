CREATE SCHEMA land;

CREATE SCHEMA policy;

CREATE SCHEMA store;

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

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

CREATE INDEX evaluation_expires_at ON policy.evaluation USING btree (expires_at);

CREATE INDEX event_by_room ON store.event USING btree (room, id);

CREATE INDEX idempotency_by_age ON store.idempotency USING btree (at);

ALTER TABLE ONLY land.feature
    ADD CONSTRAINT feature_layer_fkey FOREIGN KEY (layer) REFERENCES land.layer(id) ON DELETE CASCADE;

ALTER TABLE ONLY policy.clause
    ADD CONSTRAINT clause_document_id_fkey FOREIGN KEY (document_id) REFERENCES policy.document(document_id) ON DELETE CASCADE;
