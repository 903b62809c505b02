import { afterEach, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import { system } from "../base/actor.ts";
import type { Server } from "./server.ts";

let app: Server | undefined;
afterEach(() => app?.close());

const lin = system("lin");

test("a request of the API is made on behalf of whom the server identifies", async () => {
  app = await serveTrialRoom({ identify: async () => lin });
  const answer = await app.inject({ url: "/api/t/who" });
  expect(answer.json()).toEqual({ actor: lin });
});

test("nobody is identified for pages and files", async () => {
  app = await serveTrialRoom({ identify: async () => lin });
  const answer = await app.inject({ url: "/t/list?limit=1" });
  expect(answer.json()).toMatchObject({ actor: { kind: "anonymous" } });
});

test("a guard refuses before the route is asked, and knows who asks", async () => {
  const seen: unknown[] = [];
  const message = { zh: "不行", en: "no" };
  app = await serveTrialRoom({
    identify: async () => lin,
    guard: ({ actor }) => {
      seen.push(actor);
      return { status: 403, code: "refused", message };
    },
  });
  const answer = await app.inject({ url: "/api/t/who" });
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ code: "refused", message });
  expect(seen).toEqual([lin]);
});
