export { examine, databaseSources, machineSources } from "./actions/health.ts";
export { backUpTo } from "./actions/backup.ts";
export { operationsGauges } from "./gauges.ts";
export { startBackups } from "./jobs.ts";
export { operationsRoutes } from "./routes.ts";
export { findingOf } from "./problems.ts";
export type { Schedule } from "./model/schedule.ts";
export type { Health } from "./contract.ts";
