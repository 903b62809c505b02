import type { TSchema } from "typebox";
import { bilingual, type Bilingual } from "../base/message.ts";
import {
  Acceptance,
  Campaign,
  Card,
  Combination,
  Equivalent,
  FactDefinition,
  FactGroup,
  Measure,
  NamedProject,
  Organisation,
  PackManifest,
  PolicyBranch,
  PolicyDocument,
  Register,
  RenewalPath,
  StatedField,
  Task,
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
  tasks: Task,
  campaigns: Campaign,
  paths: RenewalPath,
  cards: Card,
  branches: PolicyBranch,
  stated: StatedField,
  projects: NamedProject,
  equivalents: Equivalent,
  acceptances: Acceptance,
} as const satisfies Readonly<Record<string, TSchema>>;

export type Kind = keyof typeof kinds;

/** How a file is built: one object, or lists under keys. */
export type Form = { readonly one: Kind } | { readonly lists: readonly Kind[] };

type Place = {
  /** What the command line calls such a file. */
  readonly name: string;
  readonly title: Bilingual;
  readonly pattern: RegExp;
  readonly form: Form;
};

/** Where what stands in a pack's folder. The first pattern that fits decides. */
export const places: readonly Place[] = [
  {
    name: "pack",
    title: bilingual("政策包", "A pack"),
    pattern: /^pack\.yaml$/,
    form: { one: "manifest" },
  },
  {
    name: "facts",
    title: bilingual("事实词典", "Facts of the dictionary"),
    pattern: /^facts\/[^/]+\.yaml$/,
    form: { lists: ["groups", "facts"] },
  },
  {
    name: "documents",
    title: bilingual("政策文件", "Documents of the law"),
    pattern: /^documents\.yaml$/,
    form: { lists: ["documents"] },
  },
  {
    name: "organisations",
    title: bilingual("机关与单位", "Organisations"),
    pattern: /^organisations\.yaml$/,
    form: { lists: ["organisations"] },
  },
  {
    name: "terms",
    title: bilingual("规则所给、所要、所计入的名称", "What rules grant, ask for or book to"),
    pattern: /^terms\.yaml$/,
    form: { lists: ["terms"] },
  },
  {
    name: "stated",
    title: bilingual("文件对项目的说法", "What documents say of projects"),
    pattern: /^stated\.yaml$/,
    form: { lists: ["stated"] },
  },
  {
    name: "equivalents",
    title: bilingual("用例发现不了的笔误", "Slips that no case can notice"),
    pattern: /^equivalents\.yaml$/,
    form: { lists: ["equivalents"] },
  },
  {
    name: "acceptances",
    title: bilingual("认可的检查结果", "Findings of lint that stay, with the reason"),
    pattern: /^acceptances\.yaml$/,
    form: { lists: ["acceptances"] },
  },
  {
    name: "registers",
    title: bilingual("名单", "Registers"),
    pattern: /^registers\/[^/]+\.yaml$/,
    form: { lists: ["registers"] },
  },
  {
    name: "combinations",
    title: bilingual("规则的叠加关系", "How rules go together"),
    pattern: /^policy\/([^/]+\/)?combinations\.yaml$/,
    form: { lists: ["combinations"] },
  },
  {
    name: "tasks",
    title: bilingual("文件交办的任务", "Tasks that a document gives"),
    pattern: /^policy\/[^/]+\/tasks\.yaml$/,
    form: { lists: ["tasks"] },
  },
  {
    name: "campaigns",
    title: bilingual("专项、指标与实施路径", "Campaigns with targets, and paths"),
    pattern: /^policy\/[^/]+\/campaigns\.yaml$/,
    form: { lists: ["campaigns", "paths"] },
  },
  {
    name: "branches",
    title: bilingual("政策体系", "The tree of policies"),
    pattern: /^policy\/branches\.yaml$/,
    form: { lists: ["branches"] },
  },
  {
    name: "cards",
    title: bilingual("各地做法", "What other places do"),
    pattern: /^cards\/[^/]+\/[^/]+\.yaml$/,
    form: { lists: ["cards"] },
  },
  {
    name: "measure",
    title: bilingual("举措", "A measure"),
    pattern: /^policy\/[^/]+\/[^/]+\.yaml$/,
    form: { one: "measures" },
  },
  {
    name: "project",
    title: bilingual("文件点名的项目", "A project that a document names"),
    pattern: /^projects\/[^/]+\.yaml$/,
    form: { one: "projects" },
  },
];

/** Files of a pack's folder that other rooms read: zones and geodata. */
const others = /^(zones[^/]*\.yaml$|geo\/)/;

/** Whether a file is one that this room reads, or that somebody may have meant to be. */
export const isPackFile = (path: string): boolean => /\.ya?ml$/.test(path) && !others.test(path);

export const formOf = (path: string): Form | undefined =>
  places.find(({ pattern }) => pattern.test(path))?.form;
