import { Type, type Static } from "typebox";

const closed = { additionalProperties: false } as const;
/** A closed list of words, typed as their union. */
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

export const Bilingual = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  closed,
);

export const forces = ["must", "in_principle", "may", "advice"] as const;
export const Force = words(forces);
export type Force = (typeof forces)[number];

export const standings = ["full", "pilot", "exploratory"] as const;
export const Standing = words(standings);
export type Standing = (typeof standings)[number];

/** Whom a rule speaks to. A rule runs once for each such subject of a case. */
export const addressees = [
  "project",
  "building",
  "parcel",
  "space",
  "block",
  "unit",
  "district",
  "agency",
  "company",
  "financier",
  "resident",
] as const;
export const Addressee = words(addressees);
export type Addressee = (typeof addressees)[number];

/**
 * Where a fact lives in the tree of a case. Buildings, parcels and spaces repeat; the others stand
 * once.
 */
export const levels = [
  "project",
  "building",
  "parcel",
  "space",
  "block",
  "unit",
  "district",
] as const;
export const Level = words(levels);
export type Level = (typeof levels)[number];

export const effectKinds = [
  "grant",
  "limit",
  "exempt",
  "require",
  "permit",
  "prohibit",
  "count",
  "route",
  "priority",
  "notice",
] as const;
export type EffectKind = (typeof effectKinds)[number];

export const sources = ["registry", "map", "reported", "asked", "derived"] as const;
export const Source = words(sources);
export type Source = (typeof sources)[number];

/** A civil date, or "unknown" where the text bears none: then in force at every law date. */
const Since = Type.String({ pattern: "^(unknown|\\d{4}-\\d{2}-\\d{2})$" });
const Until = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const Expression = Type.String({ minLength: 1 });
const Id = Type.String({ pattern: "^[a-z0-9][a-z0-9_.-]*$" });
const Name = Type.String({ pattern: "^[a-z][a-z0-9_]*$" });

const Figure = Type.Union([
  Type.Number(),
  Type.String(),
  Type.Tuple([Type.Number(), Type.Number()]),
]);

/** A doubtful reading of the text: what it could mean, and what this pack takes it to mean. */
const Reading = Type.Object(
  { chosen: Bilingual, alternatives: Type.Array(Bilingual, { minItems: 1 }) },
  closed,
);

export const Parameter = Type.Object(
  {
    unit: Type.String(),
    /**
     * A figure is a number, a quotient of whole numbers such as "1/3", or a range that the text
     * leaves open.
     */
    values: Type.Array(
      Type.Object({ since: Since, until: Type.Optional(Until), value: Figure }, closed),
      { minItems: 1 },
    ),
    title: Type.Optional(Bilingual),
    reading: Type.Optional(Reading),
  },
  closed,
);

export const Bound = Type.Object(
  {
    id: Name,
    at_most: Type.Optional(Expression),
    at_least: Type.Optional(Expression),
    force: Force,
    title: Type.Optional(Bilingual),
  },
  closed,
);

/** What comes with an effect: exactly one of approval, document, agreement, duty names it. */
export const Requirement = Type.Object(
  {
    approval: Type.Optional(Name),
    document: Type.Optional(Name),
    agreement: Type.Optional(Name),
    duty: Type.Optional(Name),
    force: Force,
    title: Type.Optional(Bilingual),
  },
  closed,
);

const effectShape = {
  grant: Type.Optional(Name),
  limit: Type.Optional(Name),
  exempt: Type.Optional(Name),
  require: Type.Optional(Name),
  permit: Type.Optional(Name),
  prohibit: Type.Optional(Name),
  count: Type.Optional(Name),
  route: Type.Optional(Name),
  priority: Type.Optional(Name),
  notice: Type.Optional(Name),
  force: Type.Optional(Force),
  /**
   * What the effect gives or takes; its unit follows from the expression, unless `unit` asks for
   * another of the same dimension.
   */
  amount: Type.Optional(Expression),
  unit: Type.Optional(Type.String()),
  /** The fact that holds the amount wanted. */
  wish: Type.Optional(Type.String()),
  limits: Type.Optional(Type.Array(Bound)),
  account: Type.Optional(Name),
  requires: Type.Optional(Type.Array(Requirement)),
} as const;

export const Effect = Type.Object({ ...effectShape, title: Type.Optional(Bilingual) }, closed);

export const Rule = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z][a-z0-9-]*$" }),
    title: Type.Optional(Bilingual),
    addressee: Type.Optional(Addressee),
    when: Type.Optional(Expression),
    let: Type.Optional(Type.Record(Name, Expression)),
    /** One sentence for the explanation, with {name} holes for facts, parameters and let values. */
    because: Type.Optional(Bilingual),
    ...effectShape,
    /** Several effects of one rule; then no effect key stands on the rule itself. */
    effects: Type.Optional(Type.Array(Effect, { minItems: 1 })),
    /**
     * A text that the clause leans on and the corpus lacks: the rule stays open until it is
     * imported.
     */
    needs_text: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
    /** Full ids of rules that give way where this one applies. */
    overrides: Type.Optional(Type.Array(Type.String())),
    reading: Type.Optional(Reading),
    since: Type.Optional(Since),
    until: Type.Optional(Until),
    /** True where the rule rests on an excerpt rather than on the primary text. */
    unverified: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** What a case states: facts nested by dictionary id. See contract/case.ts for the value forms. */
const CaseFacts = Type.Record(Type.String(), Type.Unknown());

export const PolicyCase = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    as_of: Type.Optional(Until),
    facts: CaseFacts,
    /**
     * By rule id inside the measure: any keys of the verdict; a number n stands for { min: n, max:
     * n }.
     */
    expect: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);

/**
 * A numeral of the clause: mapped to a parameter, or excused with the reason why it is no figure of
 * the law.
 */
const ClauseFigure = Type.Object(
  {
    /**
     * The numeral as it stands in the clause after NFKC and without spaces, e.g. "50%", "2.4",
     * "800-1000".
     */
    text: Type.String(),
    parameter: Type.Optional(Type.String()),
    excused: Type.Optional(Bilingual),
  },
  closed,
);

export const Citation = Type.Object(
  {
    document: Type.String(),
    item: Type.Union([Type.Integer(), Type.String()]),
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  },
  closed,
);

export const Duty = Type.Object(
  {
    owner: Type.Array(Type.String(), { minItems: 1 }),
    deliverable: Bilingual,
    due: Type.String({ pattern: "^(unknown|\\d{4}(-\\d{2}(-\\d{2})?)?)$" }),
    state: words(["not_started", "under_way", "done", "unknown"] as const),
    served_by: Type.Optional(Type.String()),
  },
  closed,
);

export const Measure = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9.-]+/[a-z0-9.-]+$" }),
    title: Bilingual,
    mechanism: Id,
    standing: Standing,
    lead: Type.Array(Id, { minItems: 1 }),
    addressee: Addressee,
    cite: Citation,
    summary: Bilingual,
    since: Since,
    until: Type.Optional(Until),
    parameters: Type.Optional(Type.Record(Name, Parameter)),
    rules: Type.Optional(Type.Array(Rule)),
    duty: Type.Optional(Duty),
    figures: Type.Optional(Type.Array(ClauseFigure)),
    cases: Type.Optional(Type.Array(PolicyCase)),
  },
  closed,
);

/** How rules that grant or decide the same thing go together; the reason is part of the law book.
 * `beside` is for rules that meet in one case and decide different things: both stand, and the
 * reason says why. */
export const Combination = Type.Object(
  {
    id: Id,
    rules: Type.Array(Type.String(), { minItems: 2 }),
    stack: words(["sum", "max", "exclusive", "beside"] as const),
    /** A cap over the members' amounts together. */
    cap: Type.Optional(Bound),
    because: Bilingual,
  },
  closed,
);

export const FactGroup = Type.Object({ id: Name, level: Level, title: Bilingual }, closed);

export const MapMeasure = Type.Object(
  {
    layer: Type.String(),
    measure: words(["within", "distance", "share", "class"] as const),
    metres: Type.Optional(Type.Number()),
  },
  closed,
);

export const factTypes = [
  "boolean",
  "quantity",
  "enumeration",
  "text",
  "date",
  "list",
  "geometry",
] as const;

export const FactDefinition = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$" }),
    type: words(factTypes),
    label: Bilingual,
    question: Type.Optional(Bilingual),
    hint: Type.Optional(Bilingual),
    unit: Type.Optional(Type.String()),
    quantum: Type.Optional(Type.Union([Type.Number(), Type.String()])),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    /**
     * Of an enumeration, or of the members of a list. Values are English words and may hold spaces.
     */
    options: Type.Optional(
      Type.Array(Type.Object({ id: Type.String({ minLength: 1 }), label: Bilingual }, closed), {
        minItems: 1,
      }),
    ),
    /** In order of precedence. */
    source: Type.Array(Source, { minItems: 1 }),
    stated_by: Type.Optional(Type.Array(Type.String())),
    map: Type.Optional(MapMeasure),
    derived: Type.Optional(Expression),
    renamed_from: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);

/**
 * A list kept by somebody else and read by rules. Empty until an operator imports it: rules that
 * read it are open.
 */
export const Register = Type.Object(
  {
    id: Id,
    title: Bilingual,
    issuer: Type.String(),
    date: Since,
    state: words(["empty", "imported"] as const),
    entries: Type.Array(Type.String()),
  },
  closed,
);

export const PolicyDocument = Type.Object(
  {
    id: Id,
    title: Bilingual,
    short: Bilingual,
    issuer: Type.String(),
    since: Since,
    /** The mechanisms in their order, each with the number of items that the document holds. */
    mechanisms: Type.Array(
      Type.Object({ id: Id, title: Bilingual, items: Type.Integer() }, closed),
    ),
  },
  closed,
);

/**
 * Titles of what effects and requirements name (accounts, permits, duties, agreements …): one row a
 * name.
 */
export const Term = Type.Object({ id: Name, title: Bilingual }, closed);

export const Organisation = Type.Object(
  { id: Id, title: Bilingual, aliases: Type.Optional(Type.Array(Type.String())) },
  closed,
);

/** A named project of a document, as the document states it: one case. */
export const NamedProject = Type.Object(
  {
    id: Id,
    title: Bilingual,
    synthetic: Type.Boolean(),
    cite: Type.Object({ document: Type.String(), item: Type.String() }, closed),
    /** What the document says of it, in our fields; what it does not say is absent. */
    stated: Type.Record(Type.String(), Type.Unknown()),
    note: Type.Optional(Bilingual),
    facts: CaseFacts,
  },
  closed,
);

export const PackManifest = Type.Object(
  {
    id: Id,
    version: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
    language: Type.Integer(),
    extends: Type.Array(Id),
    title: Bilingual,
    zone: Type.String(),
    crs: Type.String(),
  },
  closed,
);

export type Parameter = Static<typeof Parameter>;
export type Bound = Static<typeof Bound>;
export type Requirement = Static<typeof Requirement>;
export type Effect = Static<typeof Effect>;
export type Rule = Static<typeof Rule>;
export type PolicyCase = Static<typeof PolicyCase>;
export type Citation = Static<typeof Citation>;
export type Duty = Static<typeof Duty>;
export type Measure = Static<typeof Measure>;
export type Combination = Static<typeof Combination>;
export type FactGroup = Static<typeof FactGroup>;
export type FactDefinition = Static<typeof FactDefinition>;
export type MapMeasure = Static<typeof MapMeasure>;
export type Register = Static<typeof Register>;
export type PolicyDocument = Static<typeof PolicyDocument>;
export type Term = Static<typeof Term>;
export type Organisation = Static<typeof Organisation>;
export type NamedProject = Static<typeof NamedProject>;
export type PackManifest = Static<typeof PackManifest>;
