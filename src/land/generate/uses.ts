import type { Split } from "./plans.ts";
import { bays, halls, one, rows, services, shops, slabs, split, stores } from "./standards.ts";

/** Each use of a cell: a list of layouts, each a list of parcels with its share of the cell. */
export const uses = {
  yards: [split("up", 5, [[100, { kind: "yards" }]])],
  old_slabs: [
    split("up", 5, [
      [14, services],
      [86, slabs("slab_old", [15, 19])],
    ]),
    split("across", 6, [[100, slabs("slab_old", [15, 19])]]),
    split("up", 5, [
      [14, shops],
      [86, slabs("slab_old", [14, 18])],
    ]),
  ],
  mid_slabs: [
    split("up", 5, [
      [86, slabs("slab_mid", [17, 22])],
      [14, services],
    ]),
    split("across", 5, [
      [52, slabs("slab_mid", [17, 21])],
      [48, slabs("slab_mid", [18, 22])],
    ]),
  ],
  new_slabs: [
    split("up", 5, [
      [16, shops],
      [84, slabs("slab_new", [24, 30])],
    ]),
  ],
  towers: [
    split("up", 5, [
      [15, services],
      [
        85,
        rows({
          archetype: "tower",
          shape: "cross",
          setback: 8,
          deep: [23, 27],
          wide: [24, 28],
          apart: [20, 28],
          behind: [24, 34],
        }),
      ],
    ]),
    split("across", 5, [
      [
        80,
        rows({
          archetype: "tower",
          shape: "cross",
          setback: 8,
          deep: [24, 28],
          wide: [24, 28],
          apart: [22, 30],
          behind: [26, 36],
        }),
      ],
      [20, slabs("slab_new", [26, 32])],
    ]),
  ],
  offices: [
    split("up", 6, [
      [
        78,
        rows({
          archetype: "office",
          shape: "bar",
          setback: 9,
          deep: [30, 38],
          wide: [34, 52],
          apart: [16, 22],
          behind: [20, 28],
        }),
      ],
      [22, shops],
    ]),
  ],
  mall: [
    split("up", 6, [
      [
        62,
        one("mall", "bar", [
          [100, 150],
          [56, 80],
        ]),
      ],
      [
        38,
        rows({
          archetype: "shop",
          shape: "bar",
          setback: 5,
          deep: [22, 30],
          wide: [34, 48],
          apart: [9, 12],
          behind: [10, 14],
        }),
      ],
    ]),
  ],
  school: [
    split("across", 6, [
      [
        64,
        one("school", "u", [
          [66, 90],
          [44, 60],
        ]),
      ],
      [
        36,
        split("up", 6, [
          [58, { kind: "green" }],
          [
            42,
            one("gymnasium", "bar", [
              [28, 40],
              [20, 28],
            ]),
          ],
        ]),
      ],
    ]),
  ],
  library: [
    split("across", 6, [
      [
        56,
        one("library", "l", [
          [54, 72],
          [40, 54],
        ]),
      ],
      [44, { kind: "green" }],
    ]),
  ],
  hospital: [
    split("up", 8, [
      [
        58,
        one("hospital", "u", [
          [80, 110],
          [46, 60],
        ]),
      ],
      [
        42,
        rows({
          archetype: "hospital",
          shape: "bar",
          setback: 6,
          deep: [15, 18],
          wide: [40, 56],
          apart: [10, 14],
          behind: [14, 18],
          most: 3,
        }),
      ],
    ]),
  ],
  hotel: [
    split("across", 6, [
      [
        58,
        one("hotel", "l", [
          [52, 70],
          [40, 54],
        ]),
      ],
      [42, shops],
    ]),
  ],
  market: [
    split("up", 6, [
      [74, stores],
      [26, shops],
    ]),
  ],
  park: [
    split("up", 6, [
      [82, { kind: "green" }],
      [
        18,
        rows({
          archetype: "pavilion",
          shape: "bar",
          setback: 4,
          deep: [7, 10],
          wide: [10, 16],
          apart: [20, 40],
          behind: [50, 60],
          most: 3,
        }),
      ],
    ]),
  ],
  reserve: [split("up", 6, [[100, { kind: "empty" }]])],
  works: [
    split("up", 0, [
      [
        100,
        split("across", 14, [
          [
            38,
            split("up", 14, [
              [48, bays],
              [52, halls],
            ]),
          ],
          [
            34,
            split("up", 12, [
              [
                36,
                rows({
                  archetype: "workshop",
                  shape: "bar",
                  setback: 6,
                  deep: [16, 20],
                  wide: [52, 78],
                  apart: [10, 14],
                  behind: [12, 18],
                }),
              ],
              [16, { kind: "green" }],
              [48, halls],
            ]),
          ],
          [
            28,
            split("up", 12, [
              [40, stores],
              [60, bays],
            ]),
          ],
        ]),
      ],
    ]),
  ],
  arena: [
    split("across", 10, [
      [
        62,
        split("up", 8, [
          [24, { kind: "green" }],
          [
            76,
            one("arena", "oval", [
              [150, 220],
              [130, 180],
            ]),
          ],
        ]),
      ],
      [
        38,
        split("up", 12, [
          [
            34,
            one("gymnasium", "bar", [
              [60, 80],
              [40, 52],
            ]),
          ],
          [30, { kind: "green" }],
          [
            36,
            one("gymnasium", "l", [
              [56, 76],
              [40, 56],
            ]),
          ],
        ]),
      ],
    ]),
  ],
} as const satisfies Readonly<Record<string, readonly Split[]>>;

export type Use = keyof typeof uses;
