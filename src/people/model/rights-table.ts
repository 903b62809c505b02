import { roles } from "../contract/grant.ts";

/** Whom the table speaks of: what anonymous may, all may; what an account may, every role may. */
export const holders = ["anonymous", "account", ...roles] as const;
export type Holder = (typeof holders)[number];

/**
 * How far a right reaches: to everything, to what lies in the scope of the role, or to what is
 * one's own. What belongs to no place in particular lies in the scope of the whole city alone.
 */
export type Reach = "everywhere" | "in_scope" | "own";

export type Row = { readonly [Name in Holder]?: Reach };

type KindRow = {
  /** Whether it tells of persons: then reading it, too, leaves a row in the audit trail. */
  readonly personal: boolean;
  readonly acts: Readonly<Record<string, Row>>;
};

const all: Row = { anonymous: "everywhere" };
const administrators: Row = { administrator: "in_scope" };
const offices: Row = {
  administrator: "everywhere",
  auditor: "everywhere",
  district_officer: "everywhere",
  planner: "everywhere",
  reviewer: "everywhere",
  integrator: "everywhere",
  sponsor: "in_scope",
  resident: "in_scope",
  financier: "in_scope",
};
const officersOfPlace: Row = { administrator: "in_scope", district_officer: "in_scope" };
const overseers: Row = { administrator: "in_scope", auditor: "in_scope" };
const overseersAndOwner: Row = { ...overseers, account: "own" };
const administratorsAndOwner: Row = { ...administrators, account: "own" };

/** Who may do what to which kind of resource: the one table. What is absent nobody may. */
export const rights = {
  organisation: {
    personal: false,
    acts: {
      list: offices,
      read: offices,
      create: administrators,
      change: administrators,
      close: administrators,
    },
  },
  account: {
    personal: true,
    acts: {
      list: overseersAndOwner,
      read: overseersAndOwner,
      create: administrators,
      change: administrators,
      set_password: { account: "own" },
      set_factor: { account: "own" },
      lock: administrators,
      recover: administrators,
      close: administrators,
    },
  },
  session: {
    personal: true,
    acts: { open: all, list: administratorsAndOwner, close: administratorsAndOwner },
  },
  grant: {
    personal: true,
    acts: {
      list: overseersAndOwner,
      read: overseersAndOwner,
      create: administrators,
      change: administrators,
      withdraw: administrators,
    },
  },
  delegation: {
    personal: true,
    acts: {
      list: overseersAndOwner,
      read: overseersAndOwner,
      create: { account: "own" },
      change: { account: "own" },
      withdraw: administratorsAndOwner,
    },
  },
  audit: {
    personal: true,
    acts: { list: { auditor: "in_scope", account: "own" } },
  },
  evaluation: { personal: false, acts: { create: all, read: all } },
  map_feature: {
    personal: false,
    acts: {
      list: all,
      read: all,
      ask: all,
      load: administrators,
      change: officersOfPlace,
      undo: officersOfPlace,
    },
  },
  map_import: {
    personal: false,
    acts: {
      list: officersOfPlace,
      read: officersOfPlace,
      create: officersOfPlace,
      change: officersOfPlace,
      cancel: officersOfPlace,
    },
  },
  policy_pack: { personal: false, acts: { read: all, ask: all } },
  corpus: {
    personal: false,
    acts: { read: all, import: administrators, verify: overseers },
  },
  library_run: {
    personal: false,
    acts: {
      list: overseers,
      read: overseers,
      create: administrators,
      cancel: administrators,
      resume: administrators,
    },
  },
  health: { personal: false, acts: { read: overseers } },
  event_stream: { personal: false, acts: { read: { account: "everywhere" } } },
  backup: {
    personal: false,
    acts: { create: administrators, restore: administrators },
  },
  database: {
    personal: false,
    acts: { migrate: administrators, move: administrators, verify: overseers },
  },
} as const satisfies Readonly<Record<string, KindRow>>;

/** A kind of resource. */
export type Kind = keyof typeof rights;

/** What can be done to a kind of resource. */
export type ActOf<Name extends Kind> = keyof (typeof rights)[Name]["acts"] & string;

export const kinds = Object.keys(rights) as Kind[];

/** The row of an act, whichever kind it is of. */
export const rowOf = <Name extends Kind>(kind: Name, act: ActOf<Name>): Row =>
  (rights[kind].acts as Readonly<Record<string, Row>>)[act] ?? {};

export const actsOf = (kind: Kind): string[] => Object.keys(rights[kind].acts);

const looks: readonly string[] = ["list", "read", "ask"];

/** Whether an act leaves a row in the audit trail: all do but a look at what tells of nobody. */
export const leavesTrace = (kind: Kind, act: string): boolean =>
  rights[kind].personal || !looks.includes(act);
