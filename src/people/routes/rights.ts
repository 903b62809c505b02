import { auditRoutes } from "./audit.ts";
import { delegationRoutes } from "./delegations.ts";
import { grantRoutes } from "./grants.ts";
import { organisationRoutes } from "./organisations.ts";
import type { RightsRoutes } from "./rights-context.ts";

/** Who may do what over HTTP: the tree of organisations, roles, delegations, the audit trail. */
export const rightsRoutes: RightsRoutes =
  (options) =>
  async (app, { db }) => {
    await app.register(organisationRoutes(options), { db });
    await app.register(grantRoutes(options), { db });
    await app.register(delegationRoutes(options), { db });
    await app.register(auditRoutes, { db });
  };
