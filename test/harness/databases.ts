import pg from "pg";

/** Creates a database from a template. Only the harness talks to a cluster's own database. */
export async function createDatabase(url: string, name: string, template: string): Promise<void> {
  await inCluster(url, `create database ${name} template ${template}`);
}

/** Drops a database with whoever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await inCluster(url, `drop database if exists ${name} with (force)`);
}

async function inCluster(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What a user of a city's own is given; by default all that the program needs. */
export type Given = { readonly role?: string; readonly owns?: boolean; readonly shapes?: boolean };

/** Creates a user who is no superuser, and a database with what they are given. */
export async function makeOwned(
  url: string,
  name: string,
  { role = "createrole", owns = true, shapes = true }: Given = {},
): Promise<string> {
  const own = url.replace("%s", "postgres");
  await inCluster(own, `create role ${name} login ${role}`);
  const owner = owns ? `owner ${name}` : "";
  await inCluster(own, `create database ${name} ${owner} template template0`);
  if (shapes) await runIn(url, name, "create extension postgis");
  return url.replace("%s", name).replace("//zhibu@", `//${name}@`);
}

/** Runs statements in a database as a superuser would. */
export const runIn = (url: string, name: string, statements: string): Promise<void> =>
  inCluster(url.replace("%s", name), statements);

/** Drops what `makeOwned` made; the role that all databases share stays. */
export async function dropOwned(url: string, name: string): Promise<void> {
  const own = url.replace("%s", "postgres");
  await dropDatabase(own, name);
  await inCluster(own, `drop role ${name}`);
}
