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

/** Creates a database that belongs to a user of its own, who may make roles and nothing more. */
export async function makeOwned(url: string, name: string): Promise<string> {
  const own = url.replace("%s", "postgres");
  await inCluster(own, `create role ${name} login createrole`);
  await inCluster(own, `create database ${name} owner ${name} template template0`);
  await inCluster(url.replace("%s", name), "create extension postgis");
  return url.replace("%s", name).replace("//zhibu@", `//${name}@`);
}

/** Drops what `makeOwned` made; the role that all databases share stays. */
export async function dropOwned(url: string, name: string): Promise<void> {
  const own = url.replace("%s", "postgres");
  await dropDatabase(own, name);
  await inCluster(own, `drop role ${name}`);
}
