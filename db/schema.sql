CREATE SCHEMA job;

CREATE SCHEMA land;

CREATE SCHEMA map;

CREATE SCHEMA operations;

CREATE SCHEMA people;

CREATE SCHEMA policy;

CREATE SCHEMA store;

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

CREATE TYPE job.job_state AS ENUM (
    'created',
    'retry',
    'active',
    'completed',
    'cancelled',
    'failed'
);

CREATE FUNCTION job.create_queue(queue_name text, options jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $_$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
        INSERT INTO job.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds,
          notify
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int,
          COALESCE((options->>'notify')::bool, false)
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE job.%I (LIKE job.job INCLUDING DEFAULTS)', tablename);

      EXECUTE job.job_table_format($cmd$ALTER TABLE job.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE job.job_table_format($cmd$ALTER TABLE job.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES job.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE job.job_table_format($cmd$ALTER TABLE job.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES job.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);

      EXECUTE job.job_table_format($cmd$CREATE INDEX job_i11 ON job.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE job.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON job.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE job.job_table_format($cmd$CREATE INDEX job_i7 ON job.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);
      EXECUTE job.job_table_format($cmd$CREATE INDEX job_i9 ON job.job (name, id) WHERE blocking AND state = 'completed'$cmd$, tablename);

      IF options->>'policy' = 'short' THEN
        EXECUTE job.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON job.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE job.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON job.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE job.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON job.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE job.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON job.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE job.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON job.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE job.job_table_format($cmd$CREATE INDEX job_i10 ON job.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE job.job_table_format($cmd$ALTER TABLE job.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;

      EXECUTE format('ALTER TABLE job.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE job.job ATTACH PARTITION job.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $_$;

CREATE FUNCTION job.delete_queue(queue_name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN

      SELECT table_name, partition
      FROM job.queue
      WHERE name = queue_name
      INTO v_table, v_partition;

      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS job.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM job.%I WHERE name = %L', v_table, queue_name);
      END IF;

      DELETE FROM job.queue WHERE name = queue_name;
    END;
    $$;

CREATE FUNCTION job.job_table_format(command text, table_name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT format(
        regexp_replace(
          regexp_replace(command, '\.job\y', '.%1$I', 'g'),
          '\yjob_i(\d+)', '%1$s_i\1', 'g'
        ),
        table_name
      );
    $_$;

CREATE FUNCTION job.job_table_run(command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM job.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        EXECUTE job.job_table_format(command, tbl_name);
        RETURN;
      END IF;

      EXECUTE job.job_table_format(command, 'job_common');

      FOR tbl IN SELECT table_name FROM job.queue WHERE partition = true
      LOOP
        EXECUTE job.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $$;

CREATE FUNCTION job.job_table_run_async(command_name text, version integer, command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM job.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        INSERT INTO job.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          job.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;

      INSERT INTO job.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        job.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        job.job_table_format(command, queue.table_name)
      FROM job.queue
      WHERE partition = true;
    END;
    $$;

CREATE FUNCTION land.draw_feature() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.shown := land.shown_of(new.properties);
  new.from_zoom := land.from_zoom_of(
    new.layer, (select min_zoom from land.layer where id = new.layer), new.geom, new.area_dm2);
  new.afar := case when new.from_zoom <= 12 then
    st_transform(st_simplify(new.geom, 180 / 2 ^ 12 / 4096, true), 3857) end;
  return new;
end
$$;

CREATE FUNCTION land.draw_layer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update land.feature set properties = properties where layer = new.id;
  return null;
end
$$;

CREATE FUNCTION land.from_zoom_of(layer text, min_zoom numeric, geom public.geometry, area_dm2 bigint) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select greatest(0, ceil(least(ceil(min_zoom), case
    when layer in ('ancient_trees', 'buildings', 'courtyards', 'facilities', 'parcels', 'spaces',
                   'surroundings', 'trees') then 24
    when st_dimension(geom) = 0 then 0
    when st_dimension(geom) = 1 then
      log(2, (360 * 16 / 512.0 / greatest(
        st_xmax(geom) - st_xmin(geom), st_ymax(geom) - st_ymin(geom), 1e-6))::numeric) - 0.01
    else
      log(2, (400750167 * 2 * 0.766 / 512 / sqrt(greatest(area_dm2, 1)))::numeric) - 0.01
    end)))::smallint
$$;

CREATE FUNCTION land.note_properties() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into land.property as known (layer, name, kind)
  select layer, key, max(jsonb_typeof(value)) filter (where jsonb_typeof(value) <> 'null')
    from fresh cross join lateral jsonb_each(properties)
   group by layer, key
   order by layer, key
  on conflict (layer, name) do update set kind = excluded.kind
   where known.kind is null and excluded.kind is not null;
  return null;
end
$$;

CREATE FUNCTION land.shown_of(properties jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select coalesce(jsonb_object_agg(key, value), '{}')
    from jsonb_each(properties)
   where key in ('adcode', 'block', 'built_year', 'class', 'compound', 'current_use',
                 'danger_grade', 'floors', 'height', 'idle', 'keep_mark', 'kind', 'owner_kind',
                 'papers', 'ring', 'structure', 'use', 'width', 'zone')
     and jsonb_typeof(value) in ('boolean', 'number', 'string')
$$;

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

CREATE FUNCTION store.number_transaction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_current_xact_id();
  return null;
end
$$;

CREATE FUNCTION store.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '%.% is never changed: % refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;

CREATE TABLE job.bam (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    queue text,
    table_name text NOT NULL,
    command text NOT NULL,
    error text,
    created_on timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone
);

CREATE TABLE job.job (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state job.job_state DEFAULT 'created'::job.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer
)
PARTITION BY LIST (name);

CREATE TABLE job.job_common (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state job.job_state DEFAULT 'created'::job.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK ((NOT ((policy = 'key_strict_fifo'::text) AND (singleton_key IS NULL))))
);

CREATE TABLE job.job_dependency (
    child_name text NOT NULL,
    child_id uuid NOT NULL,
    parent_name text NOT NULL,
    parent_id uuid NOT NULL
);

CREATE TABLE job.queue (
    name text NOT NULL,
    policy text NOT NULL,
    retry_limit integer NOT NULL,
    retry_delay integer NOT NULL,
    retry_backoff boolean NOT NULL,
    retry_delay_max integer,
    expire_seconds integer NOT NULL,
    retention_seconds integer NOT NULL,
    deletion_seconds integer NOT NULL,
    dead_letter text,
    partition boolean NOT NULL,
    table_name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    warning_queued integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    ready_history integer[] DEFAULT '{}'::integer[] NOT NULL,
    heartbeat_seconds integer,
    notify boolean DEFAULT false NOT NULL,
    singletons_active text[],
    monitor_claim_on timestamp with time zone,
    monitor_on timestamp with time zone,
    maintain_on timestamp with time zone,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT queue_check CHECK ((dead_letter IS DISTINCT FROM name))
);

CREATE TABLE job.queue_stats (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (captured_on);

CREATE TABLE job.schedule (
    name text NOT NULL,
    key text DEFAULT ''::text NOT NULL,
    cron text NOT NULL,
    timezone text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE job.subscription (
    event text NOT NULL,
    name text NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE job.version (
    version integer NOT NULL,
    cron_on timestamp with time zone,
    bam_on timestamp with time zone,
    flow_on timestamp with time zone,
    reindex_on timestamp with time zone,
    monitor_backoff_on timestamp with time zone
);

CREATE TABLE job.warning (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    type text NOT NULL,
    message text NOT NULL,
    data jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE land.change (
    id uuid NOT NULL,
    layer text NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    valid_from date NOT NULL,
    source text,
    dated text,
    accuracy text,
    file jsonb,
    added integer NOT NULL,
    replaced integer NOT NULL,
    retired integer NOT NULL,
    undoes uuid,
    coverage public.geometry(Geometry,4490),
    coverage_planar public.geometry(Geometry,4548),
    CONSTRAINT change_accuracy_check CHECK ((length(accuracy) <= 200)),
    CONSTRAINT change_added_check CHECK ((added >= 0)),
    CONSTRAINT change_check CHECK (((kind = 'undo'::text) = (undoes IS NOT NULL))),
    CONSTRAINT change_check1 CHECK (((kind = 'import'::text) = (file IS NOT NULL))),
    CONSTRAINT change_dated_check CHECK ((length(dated) <= 40)),
    CONSTRAINT change_kind_check CHECK ((kind = ANY (ARRAY['import'::text, 'edit'::text, 'undo'::text]))),
    CONSTRAINT change_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
    CONSTRAINT change_replaced_check CHECK ((replaced >= 0)),
    CONSTRAINT change_retired_check CHECK ((retired >= 0)),
    CONSTRAINT change_source_check CHECK ((length(source) <= 500))
);

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
    change uuid,
    version integer DEFAULT 1 NOT NULL,
    shown jsonb NOT NULL,
    from_zoom smallint NOT NULL,
    afar public.geometry(Geometry,3857),
    CONSTRAINT feature_area_dm2_check CHECK ((area_dm2 >= 0)),
    CONSTRAINT feature_id_check CHECK (((length(id) >= 1) AND (length(id) <= 80))),
    CONSTRAINT feature_planar_check CHECK (public.st_isvalid(planar)),
    CONSTRAINT feature_properties_check CHECK ((jsonb_typeof(properties) = 'object'::text)),
    CONSTRAINT feature_version_check CHECK ((version > 0))
);

CREATE TABLE land.feature_past (
    layer text NOT NULL,
    id text NOT NULL,
    version integer NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    geom public.geometry(Geometry,4490) NOT NULL,
    planar public.geometry(Geometry,4548) NOT NULL,
    area_dm2 bigint NOT NULL,
    properties jsonb NOT NULL,
    synthetic boolean NOT NULL,
    valid_from date,
    change uuid,
    valid_to date NOT NULL,
    ended_by uuid NOT NULL,
    CONSTRAINT feature_past_check CHECK (((valid_from IS NULL) OR (valid_from <= valid_to)))
);

CREATE TABLE land.import (
    id uuid NOT NULL,
    layer text NOT NULL,
    district text,
    name text NOT NULL,
    bytes bigint NOT NULL,
    sha256 text,
    actor text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    state text NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    total integer,
    findings jsonb,
    wanted jsonb,
    problem jsonb,
    refused_rows integer DEFAULT 0 NOT NULL,
    change uuid,
    CONSTRAINT import_bytes_check CHECK ((bytes >= 0)),
    CONSTRAINT import_done_check CHECK ((done >= 0)),
    CONSTRAINT import_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT import_refused_rows_check CHECK ((refused_rows >= 0)),
    CONSTRAINT import_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'reading'::text, 'waiting'::text, 'importing'::text, 'done'::text, 'refused'::text, 'cancelled'::text]))),
    CONSTRAINT import_total_check CHECK ((total >= 0))
);

CREATE TABLE land.import_part (
    import uuid NOT NULL,
    part integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT import_part_part_check CHECK ((part >= 0))
);

CREATE TABLE land.import_refusal (
    import uuid NOT NULL,
    number integer NOT NULL,
    fault jsonb NOT NULL
);

CREATE TABLE land.import_row (
    import uuid NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    geom public.geometry(Geometry,4490) NOT NULL,
    planar public.geometry(Geometry,4548) NOT NULL,
    area_dm2 bigint NOT NULL,
    properties jsonb NOT NULL,
    synthetic boolean NOT NULL,
    valid_from date,
    CONSTRAINT import_row_number_check CHECK ((number > 0))
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
    accuracy jsonb,
    reach_m integer,
    version bigint DEFAULT 1 NOT NULL,
    loaded_coverage public.geometry(Geometry,4490),
    loaded_coverage_planar public.geometry(Geometry,4548),
    coverage_hash text GENERATED ALWAYS AS (md5(public.st_asbinary(coverage_planar))) STORED NOT NULL,
    CONSTRAINT layer_geometry_kind_check CHECK ((geometry_kind = ANY (ARRAY['point'::text, 'line'::text, 'polygon'::text]))),
    CONSTRAINT layer_id_check CHECK ((id ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT layer_level_check CHECK ((level = ANY (ARRAY['1'::text, '2'::text, '3'::text, 'advice'::text, 'none'::text]))),
    CONSTRAINT layer_min_zoom_check CHECK (((min_zoom >= (0)::numeric) AND (min_zoom <= (24)::numeric))),
    CONSTRAINT layer_reach_m_check CHECK ((reach_m > 0))
);

CREATE TABLE land.property (
    layer text NOT NULL,
    name text NOT NULL,
    kind text,
    CONSTRAINT property_kind_check CHECK ((kind = ANY (ARRAY['array'::text, 'boolean'::text, 'number'::text, 'object'::text, 'string'::text])))
);

CREATE TABLE map.cell (
    layer text NOT NULL,
    zoom smallint NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    feature_count integer NOT NULL,
    CONSTRAINT cell_feature_count_check CHECK ((feature_count > 0)),
    CONSTRAINT cell_x_check CHECK ((x >= 0)),
    CONSTRAINT cell_y_check CHECK ((y >= 0)),
    CONSTRAINT cell_zoom_check CHECK (((zoom >= 0) AND (zoom <= 24)))
);

CREATE TABLE operations.backup (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    file text NOT NULL,
    row_count bigint NOT NULL,
    size_bytes bigint NOT NULL,
    encrypted boolean NOT NULL,
    CONSTRAINT backup_file_check CHECK ((file !~ '/'::text)),
    CONSTRAINT backup_row_count_check CHECK ((row_count >= 0)),
    CONSTRAINT backup_size_bytes_check CHECK ((size_bytes > 0))
);

ALTER TABLE operations.backup ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME operations.backup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE operations.backup_slot (
    slot text NOT NULL,
    claimed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE people.account (
    account_id text NOT NULL,
    sign_in_name text NOT NULL,
    name text NOT NULL,
    email text,
    organisation text,
    demonstration text,
    created_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT account_account_id_check CHECK (((length(account_id) >= 1) AND (length(account_id) <= 60))),
    CONSTRAINT account_demonstration_check CHECK ((demonstration ~ '^[a-z_]+$'::text)),
    CONSTRAINT account_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT account_sign_in_name_check CHECK ((((length(sign_in_name) >= 2) AND (length(sign_in_name) <= 100)) AND (sign_in_name !~ '[[:space:]]'::text)))
);

CREATE TABLE people.audit (
    id bigint NOT NULL,
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

CREATE TABLE people.factor (
    account_id text NOT NULL,
    seed_sealed text NOT NULL,
    algorithm text,
    begun_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    CONSTRAINT factor_algorithm_check CHECK ((algorithm = ANY (ARRAY['sha256'::text, 'sha1'::text]))),
    CONSTRAINT factor_check CHECK (((algorithm IS NULL) = (confirmed_at IS NULL)))
);

CREATE TABLE people.identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id text NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT identity_issuer_check CHECK ((length(issuer) <= 500)),
    CONSTRAINT identity_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);

CREATE TABLE people.oidc_login (
    browser_sha256 text NOT NULL,
    state text NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    return_path text NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT oidc_login_browser_sha256_check CHECK ((browser_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT oidc_login_return_path_check CHECK (starts_with(return_path, '/'::text))
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

CREATE TABLE people.password (
    account_id text NOT NULL,
    hash text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT password_hash_check CHECK (starts_with(hash, '$argon2id$'::text))
);

CREATE TABLE people.recovery_code (
    account_id text NOT NULL,
    code_sha256 text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT recovery_code_check CHECK ((until > issued_at)),
    CONSTRAINT recovery_code_code_sha256_check CHECK ((code_sha256 ~ '^[0-9a-f]{64}$'::text))
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

CREATE TABLE people.session (
    session_id text NOT NULL,
    account_id text NOT NULL,
    token_sha256 text NOT NULL,
    means text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    address text NOT NULL,
    browser text NOT NULL,
    is_strong boolean DEFAULT false NOT NULL,
    CONSTRAINT session_address_check CHECK ((length(address) <= 100)),
    CONSTRAINT session_browser_check CHECK ((length(browser) <= 200)),
    CONSTRAINT session_means_check CHECK ((means = ANY (ARRAY['password'::text, 'recovery'::text, 'oidc'::text, 'demonstration'::text]))),
    CONSTRAINT session_token_sha256_check CHECK ((token_sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE people.sign_in_attempt (
    kind text NOT NULL,
    key_sha256 text NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_attempt_failures_check CHECK ((failures >= 0)),
    CONSTRAINT sign_in_attempt_key_sha256_check CHECK ((key_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT sign_in_attempt_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'address'::text])))
);

CREATE TABLE people.spare_code (
    account_id text NOT NULL,
    code_sha256 text NOT NULL,
    CONSTRAINT spare_code_code_sha256_check CHECK ((code_sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE policy.clause (
    document_id text NOT NULL,
    item text NOT NULL,
    place integer NOT NULL,
    body text NOT NULL,
    sha256 text NOT NULL,
    parent text,
    kind text NOT NULL,
    ordinal integer NOT NULL,
    heading text NOT NULL,
    cells jsonb NOT NULL,
    words tsvector NOT NULL,
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

CREATE TABLE policy.library_partition (
    run_id text NOT NULL,
    number integer NOT NULL,
    starts bigint NOT NULL,
    ends bigint NOT NULL,
    first_row bigint NOT NULL,
    sha256 text,
    tries integer DEFAULT 0 NOT NULL,
    node text,
    begun_at timestamp with time zone,
    ended_at timestamp with time zone,
    cases integer,
    refused_rows jsonb,
    summary jsonb,
    refusal jsonb,
    CONSTRAINT library_partition_cases_check CHECK ((cases >= 0)),
    CONSTRAINT library_partition_check CHECK ((ends > starts)),
    CONSTRAINT library_partition_check1 CHECK (((summary IS NULL) = (ended_at IS NULL))),
    CONSTRAINT library_partition_check2 CHECK (((summary IS NULL) = (cases IS NULL))),
    CONSTRAINT library_partition_first_row_check CHECK ((first_row > 0)),
    CONSTRAINT library_partition_number_check CHECK ((number > 0)),
    CONSTRAINT library_partition_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT library_partition_starts_check CHECK ((starts >= 0))
);

CREATE TABLE policy.library_run (
    run_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    pack text NOT NULL,
    encoding text NOT NULL,
    as_of date NOT NULL,
    source jsonb NOT NULL,
    group_fact text,
    keeps_good_rows boolean NOT NULL,
    state text NOT NULL,
    refusal jsonb,
    ended_at timestamp with time zone,
    CONSTRAINT library_run_check CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
    CONSTRAINT library_run_check1 CHECK (((state = 'running'::text) = (ended_at IS NULL))),
    CONSTRAINT library_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'cancelled'::text, 'refused'::text, 'done'::text])))
);

CREATE TABLE policy.register_version (
    version_id bigint NOT NULL,
    register_id text NOT NULL,
    state text NOT NULL,
    issuer text NOT NULL,
    dated text NOT NULL,
    entries jsonb NOT NULL,
    figures jsonb,
    source_name text,
    source_sha256 text,
    imported_at timestamp with time zone NOT NULL,
    CONSTRAINT register_version_check CHECK (((state = 'imported'::text) = (source_sha256 IS NOT NULL))),
    CONSTRAINT register_version_check1 CHECK (((state = 'imported'::text) OR ((entries = '[]'::jsonb) AND (figures IS NULL)))),
    CONSTRAINT register_version_dated_check CHECK (((dated = 'unknown'::text) OR (dated ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text))),
    CONSTRAINT register_version_source_sha256_check CHECK ((source_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT register_version_state_check CHECK ((state = ANY (ARRAY['empty'::text, 'imported'::text])))
);

ALTER TABLE policy.register_version ALTER COLUMN version_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME policy.register_version_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE policy.text_alarm (
    kind text NOT NULL,
    citing_id text NOT NULL,
    document_id text NOT NULL,
    item text NOT NULL,
    expected text NOT NULL,
    found text,
    raised_at timestamp with time zone NOT NULL,
    rules jsonb NOT NULL,
    cases jsonb NOT NULL,
    projects jsonb NOT NULL,
    evaluations jsonb NOT NULL,
    CONSTRAINT text_alarm_expected_check CHECK ((expected ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT text_alarm_found_check CHECK ((found ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE store.cursor (
    name text NOT NULL,
    after_id bigint DEFAULT 0 NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT cursor_after_id_check CHECK ((after_id >= 0)),
    CONSTRAINT cursor_name_check CHECK ((name ~ '^[a-z][a-z0-9_.]*$'::text))
);

CREATE TABLE store.event (
    id bigint NOT NULL,
    room text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    request_id text
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
    caller text NOT NULL,
    CONSTRAINT idempotency_caller_check CHECK ((caller ~ '^(anonymous|(account|system):.+)$'::text)),
    CONSTRAINT idempotency_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

CREATE TABLE store.migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT migration_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE store.seal (
    room text NOT NULL,
    chain text NOT NULL,
    number bigint NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    row_count integer NOT NULL,
    column_names text[] NOT NULL,
    leaves bytea NOT NULL,
    root text NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT seal_check CHECK ((to_id >= from_id)),
    CONSTRAINT seal_check1 CHECK ((length(leaves) = (40 * row_count))),
    CONSTRAINT seal_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT seal_number_check CHECK ((number > 0)),
    CONSTRAINT seal_previous_check CHECK ((previous ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT seal_root_check CHECK ((root ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT seal_row_count_check CHECK ((row_count > 0))
);

ALTER TABLE ONLY job.job ATTACH PARTITION job.job_common DEFAULT;

ALTER TABLE ONLY job.bam
    ADD CONSTRAINT bam_pkey PRIMARY KEY (id);

ALTER TABLE ONLY job.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (name, id);

ALTER TABLE ONLY job.job_common
    ADD CONSTRAINT job_common_pkey PRIMARY KEY (name, id);

ALTER TABLE ONLY job.job_dependency
    ADD CONSTRAINT job_dependency_pkey PRIMARY KEY (child_name, child_id, parent_name, parent_id);

ALTER TABLE ONLY job.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);

ALTER TABLE ONLY job.queue_stats
    ADD CONSTRAINT queue_stats_pkey PRIMARY KEY (id, captured_on);

ALTER TABLE ONLY job.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name, key);

ALTER TABLE ONLY job.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (event, name);

ALTER TABLE ONLY job.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (version);

ALTER TABLE ONLY job.warning
    ADD CONSTRAINT warning_pkey PRIMARY KEY (id);

ALTER TABLE ONLY land.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY land.change
    ADD CONSTRAINT change_undoes_key UNIQUE (undoes);

ALTER TABLE ONLY land.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (id);

ALTER TABLE ONLY land.feature_past
    ADD CONSTRAINT feature_past_pkey PRIMARY KEY (layer, id, version);

ALTER TABLE ONLY land.feature
    ADD CONSTRAINT feature_pkey PRIMARY KEY (layer, id);

ALTER TABLE ONLY land.import_part
    ADD CONSTRAINT import_part_pkey PRIMARY KEY (import, part);

ALTER TABLE ONLY land.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY land.import_refusal
    ADD CONSTRAINT import_refusal_pkey PRIMARY KEY (import, number);

ALTER TABLE ONLY land.import_row
    ADD CONSTRAINT import_row_pkey PRIMARY KEY (import, number);

ALTER TABLE ONLY land.layer
    ADD CONSTRAINT layer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY land.property
    ADD CONSTRAINT property_pkey PRIMARY KEY (layer, name);

ALTER TABLE ONLY map.cell
    ADD CONSTRAINT cell_pkey PRIMARY KEY (layer, zoom, x, y);

ALTER TABLE ONLY operations.backup
    ADD CONSTRAINT backup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY operations.backup_slot
    ADD CONSTRAINT backup_slot_pkey PRIMARY KEY (slot);

ALTER TABLE ONLY people.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY people.account
    ADD CONSTRAINT account_sign_in_name_key UNIQUE (sign_in_name);

ALTER TABLE ONLY people.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (delegation_id);

ALTER TABLE ONLY people.factor
    ADD CONSTRAINT factor_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY people.identity
    ADD CONSTRAINT identity_account_id_issuer_key UNIQUE (account_id, issuer);

ALTER TABLE ONLY people.identity
    ADD CONSTRAINT identity_pkey PRIMARY KEY (issuer, subject);

ALTER TABLE ONLY people.oidc_login
    ADD CONSTRAINT oidc_login_pkey PRIMARY KEY (browser_sha256);

ALTER TABLE ONLY people.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (path);

ALTER TABLE ONLY people.password
    ADD CONSTRAINT password_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY people.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY people.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (grant_id);

ALTER TABLE ONLY people.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (session_id);

ALTER TABLE ONLY people.session
    ADD CONSTRAINT session_token_sha256_key UNIQUE (token_sha256);

ALTER TABLE ONLY people.sign_in_attempt
    ADD CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (kind, key_sha256);

ALTER TABLE ONLY people.spare_code
    ADD CONSTRAINT spare_code_pkey PRIMARY KEY (account_id, code_sha256);

ALTER TABLE ONLY policy.clause
    ADD CONSTRAINT clause_pkey PRIMARY KEY (document_id, item);

ALTER TABLE ONLY policy.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY policy.evaluation
    ADD CONSTRAINT evaluation_pkey PRIMARY KEY (evaluation_id);

ALTER TABLE ONLY policy.library_partition
    ADD CONSTRAINT library_partition_pkey PRIMARY KEY (run_id, number);

ALTER TABLE ONLY policy.library_run
    ADD CONSTRAINT library_run_pkey PRIMARY KEY (run_id);

ALTER TABLE ONLY policy.register_version
    ADD CONSTRAINT register_version_pkey PRIMARY KEY (version_id);

ALTER TABLE ONLY policy.text_alarm
    ADD CONSTRAINT text_alarm_pkey PRIMARY KEY (kind, citing_id);

ALTER TABLE ONLY store.cursor
    ADD CONSTRAINT cursor_pkey PRIMARY KEY (name);

ALTER TABLE ONLY store.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY store.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (caller, key, route);

ALTER TABLE ONLY store.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY store.seal
    ADD CONSTRAINT seal_pkey PRIMARY KEY (room, chain, number);

ALTER TABLE ONLY store.seal
    ADD CONSTRAINT seal_room_chain_to_id_key UNIQUE (room, chain, to_id);

CREATE UNIQUE INDEX job_common_i1 ON job.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::job.job_state) AND (policy = 'short'::text));

CREATE INDEX job_common_i10 ON job.job_common USING btree (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE ((state < 'active'::job.job_state) AND (NOT blocked) AND (policy = 'key_strict_fifo'::text));

CREATE INDEX job_common_i11 ON job.job_common USING btree (name, priority DESC, created_on, start_after) WHERE ((state < 'active'::job.job_state) AND (NOT blocked));

CREATE UNIQUE INDEX job_common_i2 ON job.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::job.job_state) AND (policy = 'singleton'::text));

CREATE UNIQUE INDEX job_common_i3 ON job.job_common USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::job.job_state) AND (policy = 'stately'::text));

CREATE UNIQUE INDEX job_common_i4 ON job.job_common USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::job.job_state) AND (singleton_on IS NOT NULL));

CREATE UNIQUE INDEX job_common_i6 ON job.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::job.job_state) AND (policy = 'exclusive'::text));

CREATE INDEX job_common_i7 ON job.job_common USING btree (name, group_id) WHERE ((state = 'active'::job.job_state) AND (group_id IS NOT NULL));

CREATE UNIQUE INDEX job_common_i8 ON job.job_common USING btree (name, singleton_key) WHERE ((state = ANY (ARRAY['active'::job.job_state, 'retry'::job.job_state, 'failed'::job.job_state])) AND (policy = 'key_strict_fifo'::text));

CREATE INDEX job_common_i9 ON job.job_common USING btree (name, id) WHERE (blocking AND (state = 'completed'::job.job_state));

CREATE INDEX job_dep_parent_idx ON job.job_dependency USING btree (parent_name, parent_id);

CREATE INDEX queue_stats_i1 ON ONLY job.queue_stats USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);

CREATE INDEX warning_i1 ON job.warning USING btree (created_on DESC);

CREATE INDEX change_by_time ON land.change USING btree (layer, at DESC);

CREATE INDEX feature_afar_10 ON land.feature USING gist (afar) WHERE (from_zoom <= 10);

CREATE INDEX feature_afar_12 ON land.feature USING gist (afar) WHERE (from_zoom <= 12);

CREATE INDEX feature_afar_8 ON land.feature USING gist (afar) WHERE (from_zoom <= 8);

CREATE INDEX feature_by_change ON land.feature USING btree (change) WHERE (change IS NOT NULL);

CREATE INDEX feature_by_degrees ON land.feature USING gist (geom);

CREATE INDEX feature_by_metres ON land.feature USING gist (planar);

CREATE INDEX feature_past_by_degrees ON land.feature_past USING gist (geom);

CREATE INDEX feature_past_by_end ON land.feature_past USING btree (ended_by);

CREATE INDEX feature_sparse_by_metres ON land.feature USING gist (planar) WHERE (layer <> ALL (ARRAY['buildings'::text, 'courtyards'::text, 'facilities'::text, 'parcels'::text, 'spaces'::text, 'streets'::text, 'surroundings'::text, 'trees'::text]));

CREATE INDEX import_by_time ON land.import USING btree (at DESC);

CREATE INDEX import_row_by_id ON land.import_row USING btree (import, id);

CREATE INDEX backup_by_time ON operations.backup USING btree (at);

CREATE UNIQUE INDEX account_by_demonstration ON people.account USING btree (demonstration);

CREATE INDEX account_by_organisation ON people.account USING btree (organisation);

CREATE INDEX audit_by_actor ON people.audit USING btree (actor, id);

CREATE INDEX audit_by_at ON people.audit USING btree (at);

CREATE INDEX audit_by_resource ON people.audit USING btree (resource_kind, resource_id, id);

CREATE INDEX delegation_by_from ON people.delegation USING btree (from_account);

CREATE INDEX delegation_by_to ON people.delegation USING btree (to_account);

CREATE INDEX oidc_login_by_age ON people.oidc_login USING btree (until);

CREATE INDEX organisation_by_parent ON people.organisation USING btree (parent);

CREATE INDEX role_grant_by_scope ON people.role_grant USING btree (scope, role);

CREATE UNIQUE INDEX role_grant_in_force ON people.role_grant USING btree (account_id, role, scope) WHERE (withdrawn_at IS NULL);

CREATE INDEX session_by_account ON people.session USING btree (account_id);

CREATE INDEX session_by_seen ON people.session USING btree (seen_at);

CREATE INDEX sign_in_attempt_by_age ON people.sign_in_attempt USING btree (last_at);

CREATE INDEX clause_words ON policy.clause USING gin (words);

CREATE INDEX evaluation_expires_at ON policy.evaluation USING btree (expires_at);

CREATE INDEX register_version_of ON policy.register_version USING btree (register_id, version_id);

CREATE INDEX event_by_room ON store.event USING btree (room, id);

CREATE INDEX idempotency_by_age ON store.idempotency USING btree (at);

ALTER INDEX job.job_pkey ATTACH PARTITION job.job_common_pkey;

CREATE TRIGGER feature_is_drawn BEFORE INSERT OR UPDATE OF layer, geom, area_dm2, properties ON land.feature FOR EACH ROW EXECUTE FUNCTION land.draw_feature();

CREATE TRIGGER feature_notes_new_properties AFTER UPDATE ON land.feature REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION land.note_properties();

CREATE TRIGGER feature_notes_properties AFTER INSERT ON land.feature REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION land.note_properties();

CREATE TRIGGER layer_is_drawn AFTER UPDATE OF min_zoom ON land.layer FOR EACH ROW WHEN ((old.min_zoom IS DISTINCT FROM new.min_zoom)) EXECUTE FUNCTION land.draw_layer();

CREATE TRIGGER audit_is_never_changed BEFORE DELETE OR UPDATE ON people.audit FOR EACH ROW EXECUTE FUNCTION people.refuse_change();

CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON people.audit FOR EACH STATEMENT EXECUTE FUNCTION people.refuse_change();

CREATE TRIGGER audit_numbers_transaction BEFORE INSERT ON people.audit FOR EACH STATEMENT EXECUTE FUNCTION store.number_transaction();

CREATE TRIGGER event_numbers_transaction BEFORE INSERT ON store.event FOR EACH STATEMENT EXECUTE FUNCTION store.number_transaction();

CREATE TRIGGER seal_is_never_changed BEFORE DELETE OR UPDATE ON store.seal FOR EACH ROW EXECUTE FUNCTION store.refuse_change();

CREATE TRIGGER seal_is_never_emptied BEFORE TRUNCATE ON store.seal FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

ALTER TABLE ONLY job.job_common
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES job.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY job.job_common
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES job.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY job.queue
    ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES job.queue(name);

ALTER TABLE ONLY job.schedule
    ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES job.queue(name) ON DELETE CASCADE;

ALTER TABLE ONLY job.subscription
    ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES job.queue(name) ON DELETE CASCADE;

ALTER TABLE ONLY land.change
    ADD CONSTRAINT change_undoes_fkey FOREIGN KEY (undoes) REFERENCES land.change(id);

ALTER TABLE ONLY land.feature
    ADD CONSTRAINT feature_change_fkey FOREIGN KEY (change) REFERENCES land.change(id);

ALTER TABLE ONLY land.feature
    ADD CONSTRAINT feature_layer_fkey FOREIGN KEY (layer) REFERENCES land.layer(id) ON DELETE CASCADE;

ALTER TABLE ONLY land.feature_past
    ADD CONSTRAINT feature_past_change_fkey FOREIGN KEY (change) REFERENCES land.change(id);

ALTER TABLE ONLY land.feature_past
    ADD CONSTRAINT feature_past_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES land.change(id);

ALTER TABLE ONLY land.import
    ADD CONSTRAINT import_change_fkey FOREIGN KEY (change) REFERENCES land.change(id);

ALTER TABLE ONLY land.import_part
    ADD CONSTRAINT import_part_import_fkey FOREIGN KEY (import) REFERENCES land.import(id) ON DELETE CASCADE;

ALTER TABLE ONLY land.import_refusal
    ADD CONSTRAINT import_refusal_import_fkey FOREIGN KEY (import) REFERENCES land.import(id) ON DELETE CASCADE;

ALTER TABLE ONLY land.import_row
    ADD CONSTRAINT import_row_import_fkey FOREIGN KEY (import) REFERENCES land.import(id) ON DELETE CASCADE;

ALTER TABLE ONLY land.property
    ADD CONSTRAINT property_layer_fkey FOREIGN KEY (layer) REFERENCES land.layer(id) ON DELETE CASCADE;

ALTER TABLE ONLY people.account
    ADD CONSTRAINT account_organisation_fkey FOREIGN KEY (organisation) REFERENCES people.organisation(path);

ALTER TABLE ONLY people.delegation
    ADD CONSTRAINT delegation_borrower FOREIGN KEY (to_account) REFERENCES people.account(account_id);

ALTER TABLE ONLY people.delegation
    ADD CONSTRAINT delegation_lender FOREIGN KEY (from_account) REFERENCES people.account(account_id);

ALTER TABLE ONLY people.delegation
    ADD CONSTRAINT delegation_scope_fkey FOREIGN KEY (scope) REFERENCES people.organisation(path);

ALTER TABLE ONLY people.factor
    ADD CONSTRAINT factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES people.account(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY people.identity
    ADD CONSTRAINT identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES people.account(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY people.organisation
    ADD CONSTRAINT organisation_parent_fkey FOREIGN KEY (parent) REFERENCES people.organisation(path);

ALTER TABLE ONLY people.password
    ADD CONSTRAINT password_account_id_fkey FOREIGN KEY (account_id) REFERENCES people.account(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY people.recovery_code
    ADD CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES people.account(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY people.role_grant
    ADD CONSTRAINT role_grant_giver FOREIGN KEY (granted_by) REFERENCES people.account(account_id);

ALTER TABLE ONLY people.role_grant
    ADD CONSTRAINT role_grant_holder FOREIGN KEY (account_id) REFERENCES people.account(account_id);

ALTER TABLE ONLY people.role_grant
    ADD CONSTRAINT role_grant_scope_fkey FOREIGN KEY (scope) REFERENCES people.organisation(path);

ALTER TABLE ONLY people.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES people.account(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY people.spare_code
    ADD CONSTRAINT spare_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES people.factor(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY policy.clause
    ADD CONSTRAINT clause_document_id_fkey FOREIGN KEY (document_id) REFERENCES policy.document(document_id) ON DELETE CASCADE;

ALTER TABLE ONLY policy.library_partition
    ADD CONSTRAINT library_partition_run_id_fkey FOREIGN KEY (run_id) REFERENCES policy.library_run(run_id) ON DELETE CASCADE;

ALTER TABLE people.account ENABLE ROW LEVEL SECURITY;

CREATE POLICY account_changed ON people.account FOR UPDATE TO zhibu_person USING (people.reaches('{administrator}'::text[], organisation));

CREATE POLICY account_created ON people.account FOR INSERT TO zhibu_person WITH CHECK (people.reaches('{administrator}'::text[], organisation));

CREATE POLICY account_seen ON people.account FOR SELECT TO zhibu_person USING (((account_id = people.account()) OR people.reaches('{administrator,auditor}'::text[], organisation)));

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

ALTER TABLE store.idempotency ENABLE ROW LEVEL SECURITY;

CREATE POLICY idempotency_is_ones_own ON store.idempotency TO zhibu_person USING ((caller = COALESCE(('account:'::text || people.account()), 'anonymous'::text))) WITH CHECK ((caller = COALESCE(('account:'::text || people.account()), 'anonymous'::text)));
