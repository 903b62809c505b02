import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { Actor } from "../base/actor.ts";

/** Something that happened, as a browser hears of it. */
export type StreamedEvent = {
  readonly id: number;
  readonly room: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: string;
};

/** Where events come from: what is settled, and a call when there is more. */
export type EventSource = {
  readonly upTo: number;
  list(range: { afterId: number; upTo: number; limit: number }): Promise<readonly StreamedEvent[]>;
  follow(grown: () => void): () => void;
};

export type Stream = { readonly body: PassThrough; end(): void };

type StreamFrame = {
  readonly source: EventSource;
  readonly sees: (actor: Actor, event: StreamedEvent) => boolean;
  readonly actor: Actor;
  readonly limits: { readonly heartbeatMs: number; readonly lifetimeMs: number };
};

const batch = 200;

/** A browser whose stream ended comes again after this time. */
const comeAgainMs = 2_000;

/** One event in the form of server-sent events, and of it only this. JSON has no line breaks. */
function toText({ id, room, kind, subject, detail, at }: StreamedEvent): string {
  const told = JSON.stringify({ id, room, kind, subject, detail, at });
  return `id: ${id}\nevent: ${room}.${kind}\ndata: ${told}\n\n`;
}

/** Opens a stream behind an event; without one it begins with what happens from now on. */
export function openStream(frame: StreamFrame, lastId: number | undefined): Stream {
  const { source, limits } = frame;
  const body = new PassThrough();
  const end = (): void => void body.end();
  // An id beyond all there are comes from before a restore.
  const place = { afterId: Math.min(lastId ?? source.upTo, source.upTo) };
  const pull = onlyOnce(() => writeNew(frame, body, place), body);
  body.write(`retry: ${comeAgainMs}\n\n`);

  const unfollow = source.follow(pull);
  const heart = setInterval(() => body.write(":\n\n"), limits.heartbeatMs);
  const life = setTimeout(end, limits.lifetimeMs);
  body.once("close", () => {
    unfollow();
    clearInterval(heart);
    clearTimeout(life);
  });
  pull();
  return { body, end };
}

/** Writes what is new up to now. A browser that does not read is waited for, up to its lifetime. */
async function writeNew(
  { source, sees, actor }: StreamFrame,
  body: PassThrough,
  place: { afterId: number },
): Promise<void> {
  while (body.writable && place.afterId < source.upTo) {
    const { upTo } = source;
    const events = await source.list({ afterId: place.afterId, upTo, limit: batch });
    const seen = events.filter((event) => sees(actor, event));
    const isFull = events.length === batch;
    place.afterId = isFull ? (events.at(-1)?.id ?? upTo) : upTo;
    if (!body.writable) return;
    const hasRoom = body.write(seen.map(toText).join("") || ":\n\n");
    if (!hasRoom) await Promise.race([once(body, "drain"), once(body, "close")]);
  }
}

/** Works when called, once more where it was called meanwhile; a failure ends the stream. */
function onlyOnce(work: () => Promise<void>, body: PassThrough): () => void {
  let isCalled = false;
  let isBusy = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    while (isCalled) {
      isCalled = false;
      await work();
    }
    isBusy = false;
  };
  return () => {
    isCalled = true;
    if (!isBusy) run().catch((cause: Error) => body.destroy(cause));
  };
}
