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
