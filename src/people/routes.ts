import type { Routes } from "../http/server.ts";
import type { Db } from "../store/db.ts";
import { accountRoutes } from "./routes/account.ts";
import { accountsRoutes } from "./routes/accounts.ts";
import type { EntryOptions } from "./routes/context.ts";
import { factorRoutes } from "./routes/factor.ts";
import { oidcRoutes } from "./routes/oidc.ts";
import { rightsRoutes } from "./routes/rights.ts";
import { sessionRoutes } from "./routes/session.ts";

/** People over HTTP: coming in, one's own account, accounts, and who may do what. */
export const peopleRoutes =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    // What is told here is of persons: no browser or proxy keeps it after it was read.
    app.addHook("onRequest", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    await app.register(sessionRoutes(options), { db });
    await app.register(oidcRoutes(options), { db });
    await app.register(accountRoutes(options), { db });
    await app.register(factorRoutes(options), { db });
    await app.register(accountsRoutes(options), { db });
    await app.register(rightsRoutes(options), { db });
  };

export { guardBy, identifyBy } from "./routes/guard.ts";
export type { EntryOptions } from "./routes/context.ts";
