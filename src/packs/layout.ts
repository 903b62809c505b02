import type { TSchema } from "typebox";
import {
  Combination,
  Equivalent,
  FactDefinition,
  FactGroup,
  Measure,
  NamedProject,
  Organisation,
  PackManifest,
  PolicyDocument,
  Register,
  StatedField,
  Term,
} from "../rules/index.ts";

/** The kinds of objects that a pack holds, each with its schema. */
export const kinds = {
  manifest: PackManifest,
  groups: FactGroup,
  facts: FactDefinition,
  documents: PolicyDocument,
  organisations: Organisation,
  terms: Term,
  registers: Register,
  measures: Measure,
  combinations: Combination,
  stated: StatedField,
  projects: NamedProject,
  equivalents: Equivalent,
} as const satisfies Readonly<Record<string, TSchema>>;

export type Kind = keyof typeof kinds;

/** How a file is built: one object, or lists under keys. */
export type Form = { readonly one: Kind } | { readonly lists: readonly Kind[] };

type Place = { readonly pattern: RegExp; readonly form: Form };

/** Where what stands in a pack's folder. The first pattern that fits decides. */
const places: readonly Place[] = [
  { pattern: /^pack\.yaml$/, form: { one: "manifest" } },
  { pattern: /^facts\/[^/]+\.yaml$/, form: { lists: ["groups", "facts"] } },
  { pattern: /^documents\.yaml$/, form: { lists: ["documents"] } },
  { pattern: /^organisations\.yaml$/, form: { lists: ["organisations"] } },
  { pattern: /^terms\.yaml$/, form: { lists: ["terms"] } },
  { pattern: /^stated\.yaml$/, form: { lists: ["stated"] } },
  { pattern: /^equivalents\.yaml$/, form: { lists: ["equivalents"] } },
  { pattern: /^registers\/[^/]+\.yaml$/, form: { lists: ["registers"] } },
  { pattern: /^policy\/[^/]+\/combinations\.yaml$/, form: { lists: ["combinations"] } },
  { pattern: /^policy\/combinations\.yaml$/, form: { lists: ["combinations"] } },
  { pattern: /^policy\/[^/]+\/[^/]+\.yaml$/, form: { one: "measures" } },
  { pattern: /^projects\/[^/]+\.yaml$/, form: { one: "projects" } },
];

/** Files of a pack's folder that other rooms read: zones and geodata. */
const others = /^(zones[^/]*\.yaml$|geo\/)/;

/** Whether a file is one that this room reads, or that somebody may have meant to be. */
export const isPackFile = (path: string): boolean => /\.ya?ml$/.test(path) && !others.test(path);

export const formOf = (path: string): Form | undefined =>
  places.find(({ pattern }) => pattern.test(path))?.form;
