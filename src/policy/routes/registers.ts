import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import { accept } from "../../base/decision.ts";
import type { Db } from "../../store/db.ts";
import { listRegisters } from "../actions.ts";
import { RegisterList } from "../contract.ts";
import { base, failures, mayLag, sendPolicyRefusal, type Options } from "./refusals.ts";

/** What others issue and rules rest on: what is at hand, and what is waited for. */
export const registerRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const schema = { response: { 200: RegisterList, ...failures } };
    app.get(`${base}/registers`, { schema }, async (request, reply) => {
      const resource = { kind: "policy_pack" } as const;
      const task = { caller: callerOf(request), act: "read", resource, options: mayLag } as const;
      const listed = await perform(db, task, async (tx) =>
        accept({ registers: await listRegisters(tx, options.book) }),
      );
      return listed.ok ? listed.value : sendPolicyRefusal(reply, listed.refusal);
    });
  };
