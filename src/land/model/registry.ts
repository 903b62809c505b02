/**
 * What the register states, by the ids of the fact dictionary; what it does not state is absent.
 */
export type RegistryFacts = Readonly<Record<string, boolean | number | string>>;

export type RegistrySubject = { readonly id: string; readonly facts: RegistryFacts };

export type RegistryAnswer = {
  readonly buildings: readonly RegistrySubject[];
  readonly parcels: readonly RegistrySubject[];
  /** True when more buildings lie in the place than were read. */
  readonly truncated: boolean;
  readonly synthetic: boolean;
};

const buildingFacts = [
  "kind",
  "built_year",
  "structure",
  "floors",
  "height",
  "floor_area",
  "current_use",
  "owner_kind",
  "papers",
  "danger_grade",
  "keep_mark",
  "idle",
] as const;

/** The facts that the register has a field for, by id. */
export const registryFields: readonly string[] = [
  "building.name",
  ...buildingFacts.map((name) => `building.${name}`),
  "parcel.area",
  "parcel.land_use",
];

type Row = {
  readonly id: string;
  readonly name_zh: string;
  readonly area_dm2: number;
  readonly properties: Readonly<Record<string, unknown>>;
};

const isStated = (value: unknown): value is boolean | number | string =>
  typeof value === "boolean" ||
  typeof value === "number" ||
  (typeof value === "string" && value !== "");

/** A building's entry in the register as facts. */
export function buildingSubject(row: Row): RegistrySubject {
  const stated = buildingFacts.flatMap((name) => {
    const value = row.properties[name];
    return isStated(value) ? [[`building.${name}`, value] as const] : [];
  });
  return { id: row.id, facts: { "building.name": row.name_zh, ...Object.fromEntries(stated) } };
}

/** A parcel's entry in the register as facts; its area is that of its border, in m². */
export function parcelSubject(row: Row): RegistrySubject {
  const use = row.properties["land_use"];
  return {
    id: row.id,
    facts: {
      "parcel.area": row.area_dm2 / 100,
      ...(isStated(use) ? { "parcel.land_use": use } : {}),
    },
  };
}
