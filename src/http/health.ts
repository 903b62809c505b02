import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { Fault } from "../base/fault.ts";
import { Problem } from "./contract.ts";

/** What the shell asks of the database: whether it answers. */
export type Answers = { ready(): Promise<void> };

/** A probe that waits longer than this has its answer. */
const patienceMs = 3_000;

const State = Type.Object({ status: Type.Literal("ok"), at: Type.String() });

/** Whether the process lives, and whether it can serve. */
export function serveHealth(
  app: FastifyInstance,
  { db, clock }: { db: Answers; clock: () => Date },
): void {
  const config = { rateLimit: false } as const;
  const response = { 200: State, "5xx": Problem };
  const state = (): { status: "ok"; at: string } => ({
    status: "ok",
    at: clock().toISOString(),
  });

  const alive = { tags: ["health"], summary: "进程在运行 · The process lives", response };
  app.get("/healthz", { config, schema: alive }, async () => state());

  const ready = { tags: ["health"], summary: "数据库有答复 · The database answers", response };
  app.get("/readyz", { config, schema: ready }, async () => {
    await inTime(db.ready());
    return state();
  });
}

async function inTime(answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Fault("service_unavailable", "the database did not answer the probe"));
    }, patienceMs);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
