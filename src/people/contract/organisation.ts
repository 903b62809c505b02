import { Type, type Static } from "typebox";
import { words } from "./words.ts";

const closed = { additionalProperties: false } as const;

/** What an organisation can be, from the root of the tree down. */
export const organisationKinds = [
  "city",
  "district",
  "subdistrict",
  "community",
  "department",
  "company",
] as const;
export const OrganisationKind = words(organisationKinds);
export type OrganisationKind = Static<typeof OrganisationKind>;

const Path = Type.String({ maxLength: 245, pattern: "^[0-9a-z_-]+([.][0-9a-z_-]+)*$" });
const NameZh = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
const NameEn = Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" });
const Title = Type.Object({ zh: NameZh, en: NameEn }, closed);

/** One organisation of the tree. Its path is also the scope of the roles held over it. */
export const Organisation = Type.Object(
  {
    path: Type.String(),
    parent: Type.Union([Type.String(), Type.Null()]),
    kind: OrganisationKind,
    title: Type.Object({ zh: Type.String(), en: Type.String() }, closed),
    version: Type.Integer(),
    closedAt: Type.Union([Type.String(), Type.Null()]),
  },
  { title: "Organisation", ...closed },
);
export type Organisation = Static<typeof Organisation>;

export const OrganisationList = Type.Object({ organisations: Type.Array(Organisation) }, closed);

export const OrganisationQuery = Type.Object(
  {
    /** Only the organisation of this path and those below it. */
    under: Type.Optional(Path),
    /** Closed ones, too. */
    closed: Type.Optional(Type.Boolean()),
  },
  closed,
);

export const OrganisationPath = Type.Object({ path: Path }, closed);

export const OrganisationBody = Type.Object(
  {
    parent: Path,
    /** The last part of its path, such as the code of a subdistrict. It never changes. */
    code: Type.String({ minLength: 1, maxLength: 40, pattern: "^[0-9a-z_-]+$" }),
    kind: OrganisationKind,
    title: Title,
  },
  closed,
);
export type OrganisationBody = Static<typeof OrganisationBody>;

export const OrganisationChange = Type.Object({ title: Title }, closed);
