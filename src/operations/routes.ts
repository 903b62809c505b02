import type { HealthSource } from "../base/finding.ts";
import { accept } from "../base/decision.ts";
import { callerOf } from "../http/caller.ts";
import { Problem, sendProblem } from "../http/problem.ts";
import type { Routes } from "../http/server.ts";
import { peopleProblem, perform } from "../people/index.ts";
import type { Db } from "../store/db.ts";
import { databaseSources, examine, machineSources, type HealthOptions } from "./actions/health.ts";
import { Health } from "./contract.ts";

export type OperationsOptions = HealthOptions & {
  /** What the rooms above and the composition can look at besides. */
  readonly sources?: readonly HealthSource[];
};

/** How the system fares, for those who look after it. */
export const operationsRoutes =
  (options: OperationsOptions): Routes<Db> =>
  async (app, { db }) => {
    const { clock, folder, sources = [] } = options;
    const all = [...databaseSources(db, options), ...machineSources(folder), ...sources];
    const schema = {
      tags: ["operations"],
      summary: "系统状况与处置办法 · How the system fares, and what to do",
      response: { 200: Health, "4xx": Problem, "5xx": Problem },
    };
    app.get("/api/v1/operations/health", { schema }, async (request, reply) => {
      const resource = { kind: "health" } as const;
      const task = { caller: callerOf(request), act: "read", resource } as const;
      const allowed = await perform(db, task, async () => accept(null));
      if (!allowed.ok) return sendProblem(reply, peopleProblem(allowed.refusal));
      const failed = (cause: unknown) => request.log.warn({ err: cause }, "health source");
      return examine(all, { now: clock(), failed });
    });
  };
