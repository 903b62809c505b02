import encodeQR from "qr";

/** What an app's camera reads, as the path of a drawing whose unit is one square. */
export function pictureOf(text: string): { path: string; side: number } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { path, side: rows.length };
}
