import type { Archetype } from "./plans.ts";

type Range = readonly [number, number];
type Weights = Readonly<Record<string, number>>;

/** What the register says of buildings of one archetype: ranges and weights, all assumed. */
export type Traits = {
  readonly kind: string;
  readonly use: string;
  readonly word: { readonly zh: string; readonly en: string };
  readonly floors: Range;
  /** Height of one storey in centimetres. */
  readonly storey: Range;
  readonly years: Range;
  readonly structure: Weights;
  readonly owner: Weights;
};

const number = { zh: "号楼", en: "No." };
const homes: Weights = {
  individuals: 70,
  several: 15,
  "public housing": 10,
  "district state company": 5,
};
const offices: Weights = {
  "private company": 40,
  "city state company": 25,
  "district state company": 20,
  "central unit": 15,
};
const works: Weights = { "city state company": 70, collective: 20, "private company": 10 };
const publicBodies: Weights = { government: 90, collective: 10 };

export const traits: Readonly<Record<Archetype, Traits>> = {
  courtyard: {
    kind: "courtyard",
    use: "residential",
    word: { zh: "号院房屋", en: "Courtyard house" },
    floors: [1, 1],
    storey: [320, 420],
    years: [1915, 1965],
    structure: { timber: 85, masonry: 15 },
    owner: { "public housing": 60, individuals: 30, several: 10 },
  },
  slab_old: {
    kind: "walk-up dwelling",
    use: "residential",
    word: number,
    floors: [3, 5],
    storey: [280, 300],
    years: [1955, 1979],
    structure: { masonry: 100 },
    owner: homes,
  },
  slab_mid: {
    kind: "walk-up dwelling",
    use: "residential",
    word: number,
    floors: [5, 6],
    storey: [270, 290],
    years: [1980, 1999],
    structure: { masonry: 85, frame: 15 },
    owner: homes,
  },
  slab_new: {
    kind: "walk-up dwelling",
    use: "residential",
    word: number,
    floors: [6, 9],
    storey: [280, 300],
    years: [2000, 2015],
    structure: { frame: 60, "shear wall": 40 },
    owner: { individuals: 90, several: 10 },
  },
  tower: {
    kind: "tower dwelling",
    use: "residential",
    word: number,
    floors: [11, 18],
    storey: [280, 300],
    years: [1988, 2016],
    structure: { "shear wall": 85, frame: 15 },
    owner: { individuals: 85, several: 15 },
  },
  service: {
    kind: "utility",
    use: "utility",
    word: { zh: "号配套用房", en: "Service house" },
    floors: [1, 1],
    storey: [330, 420],
    years: [1965, 2005],
    structure: { masonry: 100 },
    owner: { "district state company": 60, several: 40 },
  },
  office: {
    kind: "office",
    use: "office",
    word: { zh: "座", en: "Tower" },
    floors: [8, 12],
    storey: [360, 420],
    years: [1986, 2018],
    structure: { frame: 80, steel: 20 },
    owner: offices,
  },
  mall: {
    kind: "retail",
    use: "commerce",
    word: { zh: "主楼", en: "Main house" },
    floors: [3, 4],
    storey: [450, 540],
    years: [1994, 2008],
    structure: { frame: 100 },
    owner: offices,
  },
  shop: {
    kind: "retail",
    use: "commerce",
    word: { zh: "号商铺", en: "Shop" },
    floors: [1, 2],
    storey: [340, 420],
    years: [1978, 2012],
    structure: { masonry: 70, frame: 30 },
    owner: { "private company": 40, "district state company": 40, individuals: 20 },
  },
  hotel: {
    kind: "hotel",
    use: "lodging",
    word: { zh: "主楼", en: "Main house" },
    floors: [6, 12],
    storey: [310, 340],
    years: [1985, 2008],
    structure: { frame: 100 },
    owner: offices,
  },
  hall: {
    kind: "factory",
    use: "industry",
    word: { zh: "号厂房", en: "Hall" },
    floors: [1, 1],
    storey: [900, 1500],
    years: [1954, 1988],
    structure: { frame: 60, steel: 25, masonry: 15 },
    owner: works,
  },
  workshop: {
    kind: "factory",
    use: "industry",
    word: { zh: "号车间", en: "Workshop" },
    floors: [3, 5],
    storey: [450, 600],
    years: [1965, 1994],
    structure: { frame: 90, masonry: 10 },
    owner: works,
  },
  warehouse: {
    kind: "warehouse",
    use: "storage",
    word: { zh: "号库房", en: "Warehouse" },
    floors: [1, 2],
    storey: [500, 700],
    years: [1958, 1996],
    structure: { masonry: 50, frame: 50 },
    owner: works,
  },
  school: {
    kind: "research or education",
    use: "education",
    word: { zh: "教学楼", en: "Teaching house" },
    floors: [4, 5],
    storey: [360, 390],
    years: [1976, 2012],
    structure: { frame: 80, masonry: 20 },
    owner: publicBodies,
  },
  library: {
    kind: "culture",
    use: "culture",
    word: { zh: "主楼", en: "Main house" },
    floors: [2, 4],
    storey: [420, 510],
    years: [1985, 2014],
    structure: { frame: 100 },
    owner: publicBodies,
  },
  hospital: {
    kind: "public service",
    use: "health",
    word: { zh: "号病房楼", en: "Ward" },
    floors: [4, 9],
    storey: [360, 400],
    years: [1968, 2010],
    structure: { frame: 90, masonry: 10 },
    owner: publicBodies,
  },
  arena: {
    kind: "sports",
    use: "sports",
    word: { zh: "体育场", en: "Stadium" },
    floors: [1, 1],
    storey: [2200, 3000],
    years: [1986, 2008],
    structure: { frame: 70, steel: 30 },
    owner: publicBodies,
  },
  gymnasium: {
    kind: "sports",
    use: "sports",
    word: { zh: "号馆", en: "Hall" },
    floors: [1, 2],
    storey: [700, 1000],
    years: [1980, 2014],
    structure: { frame: 70, steel: 30 },
    owner: publicBodies,
  },
  pavilion: {
    kind: "public service",
    use: "public service",
    word: { zh: "号服务亭", en: "Pavilion" },
    floors: [1, 1],
    storey: [320, 400],
    years: [1985, 2018],
    structure: { masonry: 60, timber: 40 },
    owner: publicBodies,
  },
};

/**
 * Archetypes whose storeys may be added to or taken away until the quarter's area is as declared,
 * and how far.
 */
export const elastic: Readonly<Partial<Record<Archetype, Range>>> = {
  tower: [7, 33],
  office: [5, 24],
  slab_new: [6, 11],
};
