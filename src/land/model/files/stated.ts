import { choiceNamed, systems, type CrsChoice } from "./systems.ts";

const number = (text: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** What the definition of a projected system says of itself. */
function gridOf(wkt: string): CrsChoice | undefined {
  const semiMajorM = number(wkt, /(?:SPHEROID|ELLIPSOID)\[\s*"[^"]*"\s*,\s*([\d.]+)/i);
  const lon = number(
    wkt,
    /PARAMETER\[\s*"(?:central_meridian|Longitude of natural origin)"\s*,\s*([\d.]+)/i,
  );
  const east = number(wkt, /PARAMETER\[\s*"(?:false_easting|False easting)"\s*,\s*([\d.]+)/i);
  const scale = number(
    wkt,
    /PARAMETER\[\s*"(?:scale_factor|Scale factor at natural origin)"\s*,\s*([\d.]+)/i,
  );
  if (scale !== undefined && scale !== 1) return choiceNamed("EPSG:32650");
  const zone = (east ?? 0) > 1_000_000 ? Math.floor((east ?? 0) / 1_000_000) : undefined;
  const system = systems.find(
    (each) =>
      each.unit === "metre" &&
      each.semiMajorM === semiMajorM &&
      each.title.en.includes(`Gauss-Krüger ${lon}°E`) &&
      (zone === undefined
        ? !each.title.en.includes("zone")
        : each.title.en.endsWith(`zone ${zone}`)),
  );
  return system && { system, isSwapped: false };
}

/** The system that a file names: by a code, a URN, or a definition; undefined for one unknown. */
export function statedChoice(stated: string): CrsChoice | undefined {
  if (/CRS:?84|CRS::84/i.test(stated)) return choiceNamed("EPSG:4490");
  const isDefinition = /^\s*(PROJC|GEOGC|GEODC)/i.test(stated);
  if (!isDefinition) {
    const code = /EPSG:+(?:[\d.]*:)?(\d{4,6})/i.exec(stated)?.[1];
    return choiceNamed(code ?? stated);
  }
  const code = /AUTHORITY\["EPSG",\s*"?(\d+)"?\]\]\s*$|ID\["EPSG",\s*(\d+)\]\]\s*$/i.exec(stated);
  const known = code && choiceNamed(code[1] ?? code[2] ?? "");
  if (known) return known;
  if (/Web_Mercator|Pseudo-Mercator|Popular Visualisation/i.test(stated)) {
    return choiceNamed("EPSG:3857");
  }
  if (/^\s*(GEOGC|GEODC)/i.test(stated)) {
    return /WGS|CGCS|China_2000|China Geodetic/i.test(stated)
      ? choiceNamed("EPSG:4490")
      : undefined;
  }
  return gridOf(stated);
}
