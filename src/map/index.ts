export { mapRoutes } from "./routes.ts";
export type { MapOptions } from "./routes/options.ts";
export { followChanges, lookForNews, mapConsumers, type News } from "./jobs.ts";
export { keepTiles, type KeptTiles } from "./model/kept-tiles.ts";
export { problemCodes } from "./problems.ts";
