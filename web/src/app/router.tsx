import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { readAuditSearch } from "../audit/filter.ts";
import { readCardPageSearch, readCardSearch } from "../cards/filter.ts";
import { readChangesSearch } from "../changes/search.ts";
import { readMapSearch } from "../map/address.ts";
import { readPolicySearch } from "../policies/filter.ts";
import { readView } from "../policies/view.ts";
import { Waiting } from "../states/Waiting.tsx";
import { readTaskSearch } from "../tasks/filter.ts";
import { readTextsSearch } from "../texts/search.ts";
import { BrokenPage } from "./BrokenPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { Shell } from "./Shell.tsx";

/** Where to go after the sign-in, and whether a session has just ended. */
type SignInSearch = { return?: string; ended?: boolean };

/** As long as the way back may be through the identity provider. */
const mostReturn = 1000;

/**
 * The way back is read again as an own path before anybody is sent there. Half of an address names
 * another place: one that is too long is none.
 */
function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const wanted = search["return"];
  return {
    ...(typeof wanted === "string" && wanted.length <= mostReturn && { return: wanted }),
    ...(search["ended"] === true && { ended: true }),
  };
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const mapRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readMapSearch,
  component: lazyRouteComponent(() => import("../map/MapPage.tsx"), "MapPage"),
});
const importRoute = createRoute({
  getParentRoute: () => root,
  path: "/map/import",
  component: lazyRouteComponent(() => import("../imports/ImportPage.tsx"), "ImportPage"),
});
const importStateRoute = createRoute({
  getParentRoute: () => root,
  path: "/map/import/$id",
  component: lazyRouteComponent(() => import("../imports/ImportStatePage.tsx"), "ImportStatePage"),
});
const changesRoute = createRoute({
  getParentRoute: () => root,
  path: "/map/changes",
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import("../changes/ChangesPage.tsx"), "ChangesPage"),
});
const historyRoute = createRoute({
  getParentRoute: () => root,
  path: "/map/history/$layer/$id",
  component: lazyRouteComponent(() => import("../changes/HistoryPage.tsx"), "HistoryPage"),
});
const policiesRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies",
  validateSearch: readPolicySearch,
  component: lazyRouteComponent(() => import("../policies/PoliciesPage.tsx"), "PoliciesPage"),
});
const measureRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/$document/$item",
  validateSearch: readView,
  component: lazyRouteComponent(() => import("../policies/MeasurePage.tsx"), "MeasurePage"),
});
const draftRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/$document/$item/draft",
  component: lazyRouteComponent(() => import("../editor/DraftPage.tsx"), "DraftPage"),
});
const tasksRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/tasks",
  validateSearch: readTaskSearch,
  component: lazyRouteComponent(() => import("../tasks/TasksPage.tsx"), "TasksPage"),
});
const planRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/plan",
  component: lazyRouteComponent(() => import("../plan/PlanPage.tsx"), "PlanPage"),
});
const treeRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/tree",
  component: lazyRouteComponent(() => import("../plan/TreePage.tsx"), "TreePage"),
});
const cardsRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/cards",
  validateSearch: readCardSearch,
  component: lazyRouteComponent(() => import("../cards/CardsPage.tsx"), "CardsPage"),
});
const cardRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/cards/$document/$item",
  validateSearch: readCardPageSearch,
  component: lazyRouteComponent(() => import("../cards/CardPage.tsx"), "CardPage"),
});
const registersRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/registers",
  component: lazyRouteComponent(() => import("../registers/RegistersPage.tsx"), "RegistersPage"),
});
const textsRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/texts",
  validateSearch: readTextsSearch,
  component: lazyRouteComponent(() => import("../texts/TextsPage.tsx"), "TextsPage"),
});
const documentRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/texts/$document",
  component: lazyRouteComponent(() => import("../texts/DocumentTextPage.tsx"), "DocumentTextPage"),
});
const clauseRoute = createRoute({
  getParentRoute: () => root,
  path: "/policies/texts/$document/$item",
  component: lazyRouteComponent(() => import("../texts/ClausePage.tsx"), "ClausePage"),
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

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import("../sign-in/SignInPage.tsx"), "SignInPage"),
});
const accountRoute = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("../account/AccountPage.tsx"), "AccountPage"),
});
const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: "/people",
  component: lazyRouteComponent(() => import("../people/PeoplePage.tsx"), "PeoplePage"),
});
const newPersonRoute = createRoute({
  getParentRoute: () => root,
  path: "/people/new",
  component: lazyRouteComponent(() => import("../people/NewPersonPage.tsx"), "NewPersonPage"),
});
const personRoute = createRoute({
  getParentRoute: () => root,
  path: "/people/$id",
  component: lazyRouteComponent(() => import("../people/PersonPage.tsx"), "PersonPage"),
});
const auditRoute = createRoute({
  getParentRoute: () => root,
  path: "/audit",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import("../audit/AuditPage.tsx"), "AuditPage"),
});
const healthRoute = createRoute({
  getParentRoute: () => root,
  path: "/health",
  component: lazyRouteComponent(() => import("../health/HealthPage.tsx"), "HealthPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    mapRoute,
    importRoute,
    importStateRoute,
    changesRoute,
    historyRoute,
    policiesRoute,
    measureRoute,
    draftRoute,
    tasksRoute,
    planRoute,
    treeRoute,
    cardsRoute,
    cardRoute,
    registersRoute,
    textsRoute,
    documentRoute,
    clauseRoute,
    projectsRoute,
    projectRoute,
    reportRoute,
    signInRoute,
    accountRoute,
    peopleRoute,
    newPersonRoute,
    personRoute,
    auditRoute,
    healthRoute,
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
