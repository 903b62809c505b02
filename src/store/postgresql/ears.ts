import pg from "pg";
import type { Driver, Listener } from "../driver.ts";

export type Ears = { readonly listen: Driver["listen"]; close(): Promise<void> };

const leastPauseMs = 100;
const longestPauseMs = 5_000;

/** Signs of life on a connection that may be silent for hours: behind them stands a firewall. */
const keepAliveMs = 10_000;

/**
 * One connection that hears NOTIFY for all listeners of this node. It connects at the first of
 * them, and again by itself whenever it is lost; then each listener is told that it may have missed
 * words. A pooler that hands connections around must be passed by: listening belongs to a session.
 */
export function openEars(url: string): Ears {
  const listeners = new Set<Listener>();
  const state: State = { closed: false, pauseMs: leastPauseMs };

  const connect = async (): Promise<void> => {
    const client = clientOf(url, listeners);
    client.on("error", (cause) => again(client, cause));
    client.on("end", () => again(client, new Error("the connection ended")));
    state.client = client;
    try {
      await client.connect();
      for (const channel of channelsOf(listeners)) await listenOn(client, channel);
    } catch (cause) {
      return again(client, cause);
    }
    state.pauseMs = leastPauseMs;
    for (const { heard } of listeners) heard(undefined);
  };
  const again = (lost: pg.Client, cause: unknown): void => {
    if (state.closed || state.client !== lost) return;
    delete state.client;
    process.emitWarning(`events are not heard until PostgreSQL answers again: ${String(cause)}`);
    lost.end().catch((second: unknown) => process.emitWarning(String(second)));
    state.timer = setTimeout(() => (state.connecting = connect()), state.pauseMs).unref();
    state.pauseMs = Math.min(state.pauseMs * 2, longestPauseMs);
  };

  return {
    listen: async (listener) => {
      const isNew = !channelsOf(listeners).has(listener.channel);
      listeners.add(listener);
      const isFirst = state.connecting === undefined;
      await (state.connecting ??= connect());
      const { client } = state;
      if (isNew && !isFirst && client) {
        await listenOn(client, listener.channel).catch((cause: unknown) => again(client, cause));
      }
      return () => void listeners.delete(listener);
    },
    close: async () => {
      state.closed = true;
      clearTimeout(state.timer);
      await state.client?.end();
    },
  };
}

type State = {
  client?: pg.Client;
  /** The attempt under way, or the last one. */
  connecting?: Promise<void>;
  timer?: NodeJS.Timeout;
  closed: boolean;
  pauseMs: number;
};

const channelsOf = (listeners: ReadonlySet<Listener>): Set<string> =>
  new Set([...listeners].map(({ channel }) => channel));

function clientOf(url: string, listeners: ReadonlySet<Listener>): pg.Client {
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
