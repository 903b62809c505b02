import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Prints what a browser loads, brotli-compressed: before the first page, and with each page. */
const dist = new URL("../dist/", import.meta.url);
const limitKb = 300;

type Piece = { name: string; kb: number; isFirst: boolean };

async function pieces(): Promise<Piece[]> {
  const index = await readFile(new URL("index.html", dist), "utf8");
  // The landing page is the map; its own chunk comes with the shell, the drawn map after it.
  const isFirst = (name: string) => index.includes(name) || /^(MapPage|format|Seal)-/.test(name);
  const files = await readdir(new URL("assets/", dist));
  const compressed = files.filter((name) => name.endsWith(".br"));
  return Promise.all(
    compressed.map(async (file) => {
      const { size } = await stat(new URL(`assets/${file}`, dist));
      const name = file.slice(0, -".br".length);
      return { name, kb: size / 1024, isFirst: isFirst(name) };
    }),
  );
}

const all = (await pieces()).sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.kb - a.kb);
const first = all.filter(({ isFirst }) => isFirst).reduce((sum, { kb }) => sum + kb, 0);
const lines = all.map(
  ({ name, kb, isFirst }) =>
    `${kb.toFixed(1).padStart(8)} kB  ${isFirst ? "first" : "later"}  ${name}`,
);
const summary = `${first.toFixed(1).padStart(8)} kB  shell and landing, of ${limitKb} kB allowed`;
process.stdout.write(`${fileURLToPath(dist)}\n${lines.join("\n")}\n${summary}\n`);
process.exitCode = first > limitKb ? 1 : 0;
