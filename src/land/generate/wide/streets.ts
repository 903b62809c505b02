import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { MapFeature } from "../../model/layer.ts";
import { drawsOf } from "../draw.ts";
import { lineFeature } from "../feature.ts";
import { wordFor } from "../names.ts";
import { edgeKey } from "../partition/borders.ts";
import { lengthOf, minus, type Point } from "../plane.ts";
import type { Block } from "./land.ts";

const pointKey = ([x, y]: Point): string => `${x} ${y}`;

/** One stretch of border between two corners of the partition. */
export type Stretch = { readonly from: Point; readonly to: Point; readonly length: number };

/** The net of all borders between blocks: what streets, rails and rivers follow. */
export type Net = {
  readonly stretches: readonly Stretch[];
  readonly at: ReadonlyMap<string, readonly Stretch[]>;
};

/** Every border once, however many blocks share it. */
export function netOf(blocks: readonly Block[]): Net {
  const known = new Set<string>();
  const stretches: Stretch[] = [];
  const at = new Map<string, Stretch[]>();
  for (const { ring } of blocks) {
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length]!;
      const key = edgeKey(from, to);
      if (known.has(key)) return;
      known.add(key);
      const stretch = { from, to, length: lengthOf(minus(to, from)) };
      stretches.push(stretch);
      for (const end of [from, to]) {
        at.set(pointKey(end), [...(at.get(pointKey(end)) ?? []), stretch]);
      }
    });
  }
  return { stretches, at };
}

const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
const farEnd = ({ from, to }: Stretch, near: Point): Point => (isSame(from, near) ? to : from);

/** Follows the net from a point until it forks or ends. */
function follow(
  net: Net,
  { from, first }: { from: Point; first: Stretch },
  done: Set<Stretch>,
): Point[] {
  const path = [from];
  let [here, stretch] = [from, first];
  for (;;) {
    done.add(stretch);
    here = farEnd(stretch, here);
    path.push(here);
    const next = net.at.get(pointKey(here))!;
    const onward = next.find((each) => !done.has(each));
    if (next.length !== 2 || !onward) return path;
    stretch = onward;
  }
}

/** The paths of the net from fork to fork. */
export function pathsOf(net: Net): Point[][] {
  const done = new Set<Stretch>();
  const paths: Point[][] = [];
  const forks = net.stretches.flatMap(({ from, to }) =>
    [from, to].filter((end) => net.at.get(pointKey(end))!.length !== 2),
  );
  const starts = [...forks, ...net.stretches.map(({ from }) => from)];
  const ways = starts.flatMap((from) =>
    net.at.get(pointKey(from))!.map((first) => ({ from, first })),
  );
  for (const way of ways) if (!done.has(way.first)) paths.push(follow(net, way, done));
  return paths;
}

const runsEast = (path: readonly Point[]): boolean => {
  const [x, y] = minus(path.at(-1)!, path[0]!);
  return Math.abs(x) > Math.abs(y);
};

function streetName(id: string, path: readonly Point[], seed: string): Bilingual {
  const word = wordFor(drawsOf(seed, "street name", id));
  return runsEast(path)
    ? bilingual(`${word.zh}大街`, `${word.en} Avenue`)
    : bilingual(`${word.zh}大路`, `${word.en} Boulevard`);
}

/** The streets between blocks, from crossing to crossing. */
export function borderStreets(net: Net, seed: string): MapFeature[] {
  return pathsOf(net).map((path, index) => {
    const id = `street-n${String(index + 1).padStart(5, "0")}`;
    const properties = { class: "arterial", width: 30 };
    return lineFeature({ id, name: streetName(id, path, seed), properties }, path);
  });
}
