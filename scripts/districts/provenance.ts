export type Figures = {
  readonly districts: readonly { adcode: string; name: string; areaKm2: number; points: number }[];
  readonly overlapKm2: number;
  readonly overlaps: number;
  readonly gapKm2: number;
  readonly gaps: number;
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** What was cleaned, in three lines. */
export function summary({ districts, overlapKm2, overlaps, gapKm2, gaps }: Figures): string[] {
  const total = districts.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
  return [
    `districts: ${districts.length}, together ${total.toFixed(3)} km²`,
    `overlaps: ${overlapKm2.toFixed(4)} km² in ${overlaps} pieces before, 0 after`,
    `gaps between neighbours: ${gapKm2.toFixed(4)} km² in ${gaps} pieces before, 0 after`,
  ];
}

/** The page that stands beside the boundaries. */
export function provenance(figures: Figures): string {
  return `# Where the boundaries come from

\`districts.geojson\` holds the 16 districts of Beijing. It is written by \`npx tsx
scripts/districts.ts\`; do not edit it by hand.

- **Source**: npm package \`echarts\` 4.9.0 (installed as \`echarts-districts\`), file
  \`map/json/province/beijing.json\`.
- **Licence**: Apache-2.0, Copyright 2017-2020 The Apache Software Foundation (see NOTICE). The
  package does not say who surveyed
  the geometry; its licence is a grant of use, not evidence of a survey. Not an official map: no
  review number.
- **Resolution**: 1/1024 degree, about 100 m. Good for finding the district of a place, not for
  measuring along a border.
- **As shipped**: steps of 1/1024 degree in GCJ-02, districts traced one by one, so that
  neighbours overlap and leave gaps.
- **Cleaning**, on the whole-number grid, before any conversion: all borders are cut where they
  meet; a face that two districts claim,
  or none, goes to the neighbour with the longest border along it (of equals, the lower code).
  Neighbours then share the same points.
- **Conversion**: GCJ-02 to WGS 84 by inverting the published formula (\`gcoord\`) to 1e-10
  degree, point by point; then rounded to 1e-7
  degree. WGS 84 degrees are taken as CGCS2000 degrees (EPSG:4490): they differ by centimetres.
- **Areas** are planar, EPSG:4548.

${summary(figures)
  .map((line) => `- ${line}`)
  .join("\n")}

${[
  row(["adcode", "district", "km²", "points"]),
  row(["---", "---", "---:", "---:"]),
  ...figures.districts.map(({ adcode, name, areaKm2, points }) =>
    row([adcode, name, areaKm2.toFixed(3), points]),
  ),
].join("\n")}
`;
}
