import pg from "pg";
import type { Driver, Listener } from "../driver.ts";

export type Ears = { readonly listen: Driver["listen"]; close(): Promise<void> };

const leastPauseMs = 100;
const longestPauseMs = 5_000;

/** Signs of life on a connection that may be silent for hours: behind it stands a firewall. */
const keepAliveMs = 10_000;

type Hearing = {
  /** The servers in turn: a standby refuses to listen, and then the next one is asked. */
  readonly urls: readonly string[];
  readonly listeners: Set<Listener>;
  client?: pg.Client;
  /** The attempt under way, or the last one. */
  connecting?: Promise<void>;
  timer?: NodeJS.Timeout;
  attempts: number;
  isClosed: boolean;
};

/**
 * One connection that hears NOTIFY for all listeners of this node. It connects at the first of
 * them, and again by itself whenever it is lost; then each listener is told that it may have missed
 * words. Listening belongs to a session: a pooler that hands connections around is passed by.
 */
export function openEars(urls: readonly string[]): Ears {
  const hearing: Hearing = { urls, listeners: new Set(), attempts: 0, isClosed: false };
  return {
    listen: async (listener) => {
      const { listeners } = hearing;
      const isKnown = channelsOf(listeners).has(listener.channel);
      listeners.add(listener);
      if (hearing.connecting && !isKnown) await addChannel(hearing, listener.channel);
      await (hearing.connecting ??= connect(hearing));
      return () => void listeners.delete(listener);
    },
    close: async () => {
      hearing.isClosed = true;
      clearTimeout(hearing.timer);
      await hearing.client?.end();
    },
  };
}

/** One statement after another: a connection has one conversation. */
function addChannel(hearing: Hearing, channel: string): Promise<void> {
  const add = async (): Promise<void> => {
    const { client } = hearing;
    if (!client) return;
    await listenOn(client, channel).catch((cause: unknown) => connectLater(hearing, client, cause));
  };
  hearing.connecting = hearing.connecting?.then(add) ?? add();
  return hearing.connecting;
}

async function connect(hearing: Hearing): Promise<void> {
  const { urls, listeners, attempts } = hearing;
  const client = clientOf(urls[attempts % urls.length], listeners);
  client.on("error", (cause) => connectLater(hearing, client, cause));
  client.on("end", () => connectLater(hearing, client, new Error("the connection ended")));
  hearing.client = client;
  try {
    await client.connect();
    for (const channel of channelsOf(listeners)) await listenOn(client, channel);
  } catch (cause) {
    return connectLater(hearing, client, cause);
  }
  hearing.attempts = 0;
  for (const { heard } of listeners) heard(undefined);
}

/** A lost connection is told and tried again, at once at first and then more seldom. */
function connectLater(hearing: Hearing, lost: pg.Client, cause: unknown): void {
  if (hearing.isClosed || hearing.client !== lost) return;
  delete hearing.client;
  process.emitWarning(`events are not heard until PostgreSQL answers again: ${String(cause)}`);
  lost.end().catch((second: unknown) => process.emitWarning(String(second)));
  const pauseMs = Math.min(leastPauseMs * 2 ** hearing.attempts, longestPauseMs);
  hearing.attempts += 1;
  hearing.timer = setTimeout(() => (hearing.connecting = connect(hearing)), pauseMs).unref();
}

const channelsOf = (listeners: ReadonlySet<Listener>): Set<string> =>
  new Set([...listeners].map(({ channel }) => channel));

function clientOf(url: string | undefined, listeners: ReadonlySet<Listener>): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: "zhibu-events",
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
  });
  client.on("notification", ({ channel, payload }) => {
    for (const listener of listeners) if (listener.channel === channel) listener.heard(payload);
  });
  return client;
}

async function listenOn(client: pg.Client, channel: string): Promise<void> {
  await client.query(`listen ${pg.escapeIdentifier(channel)}`);
}
