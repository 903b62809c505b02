import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { Waiting } from "../states/Waiting.tsx";
import { BrokenPage } from "./BrokenPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { Shell } from "./Shell.tsx";

/** What the map's address may hold: a picked building, or something to look at. */
export type MapSearch = { building?: string; see?: string };

const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value).slice(0, 100) : undefined;

function readMapSearch(search: Record<string, unknown>): MapSearch {
  const building = text(search["building"]);
  const see = text(search["see"]);
  return { ...(building && { building }), ...(see && { see }) };
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const mapRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readMapSearch,
  component: lazyRouteComponent(() => import("../map/MapPage.tsx"), "MapPage"),
});
const policiesRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies",
  component: lazyRouteComponent(() => import("../policies/PoliciesPage.tsx"), "PoliciesPage"),
});
const measureRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/$document/$item",
  component: lazyRouteComponent(() => import("../policies/MeasurePage.tsx"), "MeasurePage"),
});
const projectsRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects",
  component: lazyRouteComponent(() => import("../projects/ProjectsPage.tsx"), "ProjectsPage"),
});
const projectRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$id",
  component: lazyRouteComponent(() => import("../projects/ProjectPage.tsx"), "ProjectPage"),
});
const reportRoute = createRoute({
  getParentRoute: () => root,
  path: "/reports/$id",
  component: lazyRouteComponent(() => import("../report/ReportPage.tsx"), "ReportPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    mapRoute,
    policiesRoute,
    measureRoute,
    projectsRoute,
    projectRoute,
    reportRoute,
  ]),
  defaultPreload: "intent",
  defaultPendingMs: 300,
  defaultPendingComponent: () => (
    <main className="wrap" id="main" tabIndex={-1}>
      <Waiting />
    </main>
  ),
  defaultErrorComponent: ({ error }) => <BrokenPage error={error} />,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
