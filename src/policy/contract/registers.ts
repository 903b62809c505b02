import { Type, type Static } from "typebox";
import { Bilingual } from "../../rules/contract.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

/** What others issue and rules rest on: whether it is at hand, and which rules wait for it. */
export const RegisterLine = Type.Object(
  {
    id: Type.String(),
    title: Bilingual,
    kind: words(["list", "figures", "text"] as const),
    /** The organisation's title, or the name that the operator gave. */
    issuer: Bilingual,
    date: Type.String(),
    state: words(["empty", "imported"] as const),
    entries: Type.Integer(),
    unit: Type.Optional(Type.String()),
    /** When an operator imported it; absent where it is as the pack ships it. */
    importedAt: Type.Optional(Type.String()),
    rules: Type.Array(Type.String()),
    /** The measures that these rules belong to, each once, as clauses are cited. */
    measures: Type.Array(Type.Object({ id: Type.String(), label: Bilingual }, closed)),
  },
  closed,
);
export type RegisterLine = Static<typeof RegisterLine>;

export const RegisterList = Type.Object({ registers: Type.Array(RegisterLine) }, closed);

/** Cases with answers that waited for a register; answers that are settled, and still open. */
const Waited = { waiting: Type.Integer(), settled: Type.Integer(), open: Type.Integer() } as const;

/** What an import did. */
export const RegisterReceipt = Type.Object(
  {
    register: Type.String(),
    state: words(["empty", "imported"] as const),
    entries: Type.Integer(),
    rules: Type.Array(Type.String()),
    projects: Type.Object(Waited, closed),
    /** Of stored evaluations; `more` where there are others, answered anew when they are opened. */
    evaluations: Type.Object({ ...Waited, more: Type.Boolean() }, closed),
  },
  closed,
);
export type RegisterReceipt = Static<typeof RegisterReceipt>;
