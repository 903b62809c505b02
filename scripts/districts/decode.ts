/**
 * Reads the compressed boundaries of the echarts 4 map files: steps of 1/1024 degree, zigzag coded.
 */

export type GridPoint = readonly [x: number, y: number];
export type GridRing = readonly GridPoint[];

export type GridDistrict = {
  readonly adcode: string;
  readonly name: string;
  /** Closed rings on the integer grid, one per part; the source has no holes. */
  readonly rings: readonly GridRing[];
};

type Shape =
  | { type: "Polygon"; coordinates: string[]; encodeOffsets: [number, number][] }
  | { type: "MultiPolygon"; coordinates: string[][]; encodeOffsets: [number, number][][] };

export type EncodedMap = {
  UTF8Encoding: boolean;
  features: { id: string; properties: { name: string }; geometry: Shape }[];
};

/** Grid steps in a degree. */
export const stepsPerDegree = 1024;

const zigzag = (code: number): number => ((code - 64) >> 1) ^ -((code - 64) & 1);

function decodeRing(text: string, [left, top]: readonly [number, number]): GridRing {
  let [x, y] = [left, top];
  const ring: GridPoint[] = [];
  for (let index = 0; index + 1 < text.length; index += 2) {
    x += zigzag(text.charCodeAt(index));
    y += zigzag(text.charCodeAt(index + 1));
    ring.push([x, y]);
  }
  return ring;
}

function decodePolygon(texts: string[], offsets: [number, number][]): GridRing {
  const [text, offset] = [texts[0], offsets[0]];
  if (texts.length !== 1 || text === undefined || offset === undefined) {
    throw new Error("a district part of the source is expected to be one ring without holes");
  }
  return decodeRing(text, offset);
}

/** @throws Error when the file is not in the expected encoding. */
export function decodeDistricts(map: EncodedMap): GridDistrict[] {
  if (!map.UTF8Encoding) throw new Error("the source is expected to be UTF8-encoded");
  return map.features.map(({ id, properties, geometry }) => ({
    adcode: id,
    name: properties.name,
    rings:
      geometry.type === "Polygon"
        ? [decodePolygon(geometry.coordinates, geometry.encodeOffsets)]
        : geometry.coordinates.map((part, index) =>
            decodePolygon(part, geometry.encodeOffsets[index] ?? []),
          ),
  }));
}
