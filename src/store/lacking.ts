import type { Session } from "./driver.ts";
import { sql, toQuery } from "./sql.ts";

/** What a database lacks before our tables can be made in it, and the SQL that gives it. */
export type Lacking = { readonly lacks: string; readonly cure: string };

/**
 * Looks for what only a superuser could give, before anything is written. Whoever owns the database
 * needs PostGIS in it, and the role that persons act under or the right to make roles.
 */
export async function findLacking(session: Session): Promise<Lacking | undefined> {
  const rows = await session.query(
    toQuery(sql`
      select has_database_privilege(current_database(), 'create') as "mayCreate",
             quote_ident(current_database()) as database,
             quote_ident(current_user) as me,
             me.rolsuper or exists (select from pg_extension where extname = 'postgis')
               or exists (select from pg_available_extension_versions
                           where name = 'postgis' and trusted) as "hasShapes",
             me.rolsuper or case
               when person.oid is null then me.rolcreaterole
               -- Until version 16 whoever makes roles may give any of them.
               else pg_has_role(person.oid, 'member') or me.rolcreaterole
                    and current_setting('server_version_num')::int < 160000
             end as "hasPerson",
             person.oid is not null as "isPersonThere"
        from pg_roles as me
        left join pg_roles as person on person.rolname = 'zhibu_person'
       where me.rolname = current_user`),
  );
  return lackingIn(rows[0] as Standing);
}

type Standing = {
  readonly mayCreate: boolean;
  readonly database: string;
  readonly me: string;
  readonly hasShapes: boolean;
  readonly hasPerson: boolean;
  readonly isPersonThere: boolean;
};

function lackingIn({ mayCreate, database, me, ...has }: Standing): Lacking | undefined {
  if (!mayCreate) {
    return { lacks: "create", cure: `grant create on database ${database} to ${me}` };
  }
  if (!has.hasShapes) return { lacks: "postgis", cure: "create extension postgis" };
  if (has.hasPerson) return undefined;
  const making = has.isPersonThere ? "" : "create role zhibu_person nologin; ";
  return { lacks: "zhibu_person", cure: `${making}grant zhibu_person to ${me}` };
}
