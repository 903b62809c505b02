import type { Routes } from "../http/server.ts";
import type { Db } from "../store/db.ts";
import { answerRoutes } from "./routes/answers.ts";
import { bookRoutes } from "./routes/book.ts";
import { conflictRoutes } from "./routes/conflicts.ts";
import { corpusRoutes } from "./routes/corpus.ts";
import { evaluationRoutes } from "./routes/evaluations.ts";
import { reportFileRoutes } from "./routes/report-files.ts";
import { taskRoutes } from "./routes/tasks.ts";
import { registerRoutes } from "./routes/registers.ts";
import type { Options } from "./routes/refusals.ts";

/** The law book over HTTP, and the question "what can be done here?". */
export const policyRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    await app.register(bookRoutes(options), { db });
    await app.register(corpusRoutes(options), { db });
    await app.register(taskRoutes(options), { db });
    await app.register(answerRoutes(options), { db });
    await app.register(conflictRoutes(options), { db });
    await app.register(evaluationRoutes(options), { db });
    await app.register(reportFileRoutes(options), { db });
    await app.register(registerRoutes(options), { db });
  };
