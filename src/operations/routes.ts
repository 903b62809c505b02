import type { FastifyRequest } from "fastify";
import type { HealthSource } from "../base/finding.ts";
import { accept } from "../base/decision.ts";
import { callerOf } from "../http/caller.ts";
import { Problem, sendProblem } from "../http/problem.ts";
import type { Routes } from "../http/server.ts";
import { peopleProblem, perform } from "../people/index.ts";
import type { Db } from "../store/db.ts";
import { databaseSources, examine, machineSources, type HealthOptions } from "./actions/health.ts";
import { listSealStates } from "./actions/seal-state.ts";
import { Health, SealStateList } from "./contract.ts";

export type OperationsOptions = HealthOptions & {
  /** What the rooms above and the composition can look at besides. */
  readonly sources?: readonly HealthSource[];
};

const tags = ["operations"];
const root = "/api/v1/operations";

/** Both routes tell how the system fares, and nothing of any person. */
const lookOf = (request: FastifyRequest) =>
  ({ caller: callerOf(request), act: "read", resource: { kind: "health" } }) as const;

/** How the system fares, for those who look after it. */
export const operationsRoutes =
  (options: OperationsOptions): Routes<Db> =>
  async (app, { db }) => {
    const { clock, chains, folder, sources = [] } = options;
    const all = [...databaseSources(db, options), ...machineSources(folder), ...sources];
    const health = {
      tags,
      summary: "系统状况与处置办法 · How the system fares, and what to do",
      response: { 200: Health, "4xx": Problem, "5xx": Problem },
    };
    app.get(`${root}/health`, { schema: health }, async (request, reply) => {
      const allowed = await perform(db, lookOf(request), async () => accept(null));
      if (!allowed.ok) return sendProblem(reply, peopleProblem(allowed.refusal));
      const failed = (cause: unknown) => request.log.warn({ err: cause }, "health source");
      return examine(all, { now: clock(), failed });
    });

    const seals = {
      tags,
      summary: "审计与流水封记到哪里 · How far audit and journal rows are sealed",
      response: { 200: SealStateList, "4xx": Problem, "5xx": Problem },
    };
    app.get(`${root}/seals`, { schema: seals }, async (request, reply) => {
      const found = await perform(db, lookOf(request), (tx) => listSealStates(tx, chains));
      return found.ok ? found.value : sendProblem(reply, peopleProblem(found.refusal));
    });
  };
