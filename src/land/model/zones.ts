import { Type, type Static } from "typebox";
import type { Bilingual } from "../../base/message.ts";

const closed = { additionalProperties: false } as const;
const Text = Type.Object({ zh: Type.String(), en: Type.String() }, closed);
const Figures = Type.Object(
  {
    blocks: Type.Optional(Type.Integer()),
    area_km2: Type.Optional(Type.Number()),
    stock_m2: Type.Optional(Type.Integer()),
    buildings: Type.Optional(Type.Integer()),
  },
  closed,
);

/**
 * The file of rings: what is published of each, what is assumed, and which districts belong to
 * it.
 */
export const Zones = Type.Object(
  {
    city: Type.Object({ id: Type.String(), title: Text, published: Figures, note: Text }, closed),
    rings: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Text,
          long: Text,
          districts: Type.Array(Type.String()),
          grown_in: Type.Optional(Type.String()),
          published: Figures,
          assumed: Figures,
        },
        closed,
      ),
    ),
    district_names: Type.Record(
      Type.String(),
      Type.Object(
        {
          en: Type.String(),
          code: Type.String(),
          seat: Type.Tuple([Type.Number(), Type.Number()]),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Zones = Static<typeof Zones>;
export type Ring = Zones["rings"][number];

/** The ring that a district belongs to; undefined for a code that is none of the city's. */
export const ringOfDistrict = (zones: Zones, adcode: string): Ring | undefined =>
  zones.rings.find(({ districts }) => districts.includes(adcode));

/** The word by which facts name a district: its English name in lower case. */
export const districtWord = (zones: Zones, adcode: string): string | undefined =>
  zones.district_names[adcode]?.en.toLowerCase();

export const districtTitle = (
  zones: Zones,
  district: { adcode: string; name: string },
): Bilingual => ({
  zh: district.name,
  en: zones.district_names[district.adcode]?.en ?? district.adcode,
});

/**
 * The ring of a place in a district; null where another ring is grown inside it and no border
 * tells them apart.
 */
export const ringOfPlace = (zones: Zones, adcode: string): string | null =>
  zones.rings.some(({ grown_in }) => grown_in === adcode)
    ? null
    : (ringOfDistrict(zones, adcode)?.id ?? null);
