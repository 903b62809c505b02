import type { Draws } from "../../src/land/generate/draw.ts";
import { badShapes, brokenBodies, hostileTexts, strangers } from "./hostile.ts";
import type { Plan, Shot } from "./shot.ts";

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

/** Every place in a body where a value stands. */
function placesOf(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}

type Change = (place: Place, draws: Draws) => void;

/** The plan with one place of its body changed; a plan without a body gets one. */
function inBody(plan: Plan, draws: Draws, change: Change): Plan {
  const root = { body: structuredClone(plan.body ?? { text: "x" }) };
  change(draws.pick(placesOf(root).slice(0, 2_000)), draws);
  return { ...plan, body: root.body };
}

const put =
  (value: unknown): Change =>
  ({ holder, key }) => {
    holder[key] = value;
  };

/** A hostile text somewhere: in the path, the query, a header or the body. */
function hostile(plan: Plan, draws: Draws): Plan {
  const text = draws.pick(hostileTexts);
  const names = [...Object.keys(plan.params)];
  const asked = [...Object.keys(plan.query), "after", "bbox", "limit"];
  const doors = [
    () => inBody(plan, draws, put(text)),
    () => ({ ...plan, query: { ...plan.query, [draws.pick(asked)]: text } }),
    ...(names.length > 0
      ? [() => ({ ...plan, params: { ...plan.params, [draws.pick(names)]: text } })]
      : []),
  ];
  return draws.pick(doors)();
}

const headerNames = [
  ...["idempotency-key", "accept-language", "if-none-match", "if-match", "cookie", "accept"],
  ...["x-csrf-token", "x-forwarded-for", "x-forwarded-host", "origin", "sec-fetch-site"],
  ...["authorization", "referer", "user-agent", "x-http-method-override", "range", "expect"],
];

/** A hostile text in a header: only what HTTP can carry at all. */
function hostileHeader(plan: Plan, draws: Draws): Plan {
  const texts = [...hostileTexts, "x".repeat(3_000), 'W/"0"', "*", "en;q=9,zh;q=-1"];
  const text = draws.pick(texts).replace(/[^\t\x20-\x7e]/g, "?");
  return { ...plan, headers: { ...plan.headers, [draws.pick(headerNames)]: text } };
}

function nested(depth: number, draws: Draws): Buffer {
  const [open, close] = draws.pick([
    ["[", "]"],
    ['{"a":', "}"],
  ] as const);
  return Buffer.from(`{"facts":${open.repeat(depth)}1${close.repeat(depth)}}`);
}

function huge(plan: Plan, draws: Draws): Plan {
  const bulk = draws.pick([
    "x".repeat(200_000),
    "长".repeat(100_000),
    Array.from({ length: 20_000 }, (_, index) => index),
    Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, index])),
  ]);
  if (draws.chance(30)) return { ...plan, raw: Buffer.alloc(9 * 1_024 * 1_024, "x") };
  return inBody(plan, draws, put(bulk));
}

const contentTypes = [
  ...["text/plain", "text/xml", "application/xml", "application/x-www-form-urlencoded"],
  ...["multipart/form-data; boundary=x", "multipart/form-data", "application/json; charset=gbk"],
  ...["application/json;;;", "application/jsonp", "image/svg+xml", "*/*", "application/geo+json"],
];

const methods = [
  ...["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "POST", "GET"],
  ...["PROPFIND", "MKCOL", "COPY", "LOCK", "SEARCH", "REPORT", "PURGE"],
];

const addresses = [
  ...["/api/v1/nothing", "/api/v2/land/city", "/api", "/api/", "//api/v1/land/city", "/%00"],
  ...[
    "/../package.json",
    "/..%2fpackage.json",
    "/assets/../../package.json",
    "/%2e%2e/src/main.ts",
  ],
  ...["/assets/%2e%2e%2f%2e%2e%2fpackage.json", "/.git/config", "/.env", "/%ff%fe", "/%"],
  ...["/problems/..%2f..%2fpackage", "/problems/%00", "/problems/<script>", "/api/v1/land/%zz"],
  ...[
    `/${"a".repeat(6_000)}`,
    `/api/v1/land/search?${"q=a&".repeat(1_000)}`,
    "/metrics",
    "/readyz",
  ],
  ...[
    "/api/v1/land/search?q=a&q=b",
    "/api/v1/land/search?q[]=a",
    "/api/v1/land/search?__proto__=a",
  ],
  ...[
    "/api/openapi.json",
    "/healthz",
    "/",
    "/index.html",
    "/nowhere",
    "/api/v1/people/session?x=1",
  ],
];

type Breaker = (plan: Plan, draws: Draws) => Plan;

const breakers: Readonly<Record<string, Breaker>> = {
  "wrong type": (plan, draws) => inBody(plan, draws, put(draws.pick(strangers))),
  missing: (plan, draws) =>
    inBody(plan, draws, ({ holder, key }) => {
      if (key !== "body") delete holder[key];
    }),
  extra: (plan, draws) =>
    inBody(plan, draws, ({ holder }) => {
      holder[draws.pick(hostileTexts)] = draws.pick(strangers);
    }),
  hostile,
  "hostile header": hostileHeader,
  huge,
  deep: (plan, draws) => ({ ...plan, raw: nested(draws.pick([100, 1_000, 50_000]), draws) }),
  "bad geometry": (plan, draws) => ({
    ...plan,
    body: draws.pick([
      { polygon: draws.pick(badShapes) },
      { place: { polygon: draws.pick(badShapes) }, facts: {} },
    ]),
  }),
  "bad cursor": (plan, draws) => ({
    ...plan,
    query: { ...plan.query, [draws.pick(["after", "cursor", "limit"])]: draws.pick(hostileTexts) },
  }),
  "broken JSON": (plan, draws) => ({ ...plan, raw: draws.pick(brokenBodies) }),
  "content type": (plan, draws) => ({
    ...plan,
    raw: Buffer.from(JSON.stringify(plan.body ?? {})),
    headers: { ...plan.headers, "content-type": draws.pick(contentTypes) },
  }),
  "odd method": (plan, draws) => ({ ...plan, method: draws.pick(methods) }),
  "unknown path": (plan, draws) => ({ ...plan, path: draws.pick(addresses) }),
};

export const breakerNames = Object.keys(breakers);

/** Breaks a plan in one of the ways, and says in which. */
export function breakPlan(plan: Plan, draws: Draws): Shot {
  const kind = draws.pick(breakerNames);
  const broken = breakers[kind]?.(plan, draws) ?? plan;
  // A GET has no body to break: the same address is asked with one.
  const isRead = broken.method === "GET" && (broken.raw ?? broken.body) !== undefined;
  return { ...broken, ...(isRead ? { method: "POST" } : {}), kind };
}
