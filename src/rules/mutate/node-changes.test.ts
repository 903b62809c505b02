import { describe, expect, test } from "vitest";
import { bilingual } from "../../base/message.ts";
import { one, ratio } from "../../base/ratio.ts";
import { facts } from "../evaluate/forest.testing.ts";
import { expressions } from "../evaluate/testing.ts";
import { programWith } from "../evaluate/trees.testing.ts";
import type { Node } from "../ir.ts";
import { rewritings } from "./rewriting.ts";
import { voiceIn } from "./telling.ts";

const make = expressions(facts);
const law = programWith([]);
const { fact, number, word } = make;
const [first, second, third] = [fact("a.one"), fact("a.two"), fact("a.three")];
const [area, wait, change] = [fact("a.area"), fact("a.wait"), fact("a.change")];
const five = number(ratio(5));
const over = (fold: "sum" | "min" | "some" | "every" | "count", of: string) =>
  make.over("building", fold, fact(of));

type Row = readonly [node: Node, changes: readonly string[]];

/** A kind of node, an example, and all that a slip makes of it: a new kind does not compile. */
const rows: { readonly [Op in Node["op"]]: readonly Row[] } = {
  boolean: [[make.truth(true), ['not: "always" becomes "never"']]],
  number: [[five, ['up: "5" becomes "5.0001"', 'down: "5" becomes "4.9999"']]],
  date: [
    [
      make.date("2024-12-31"),
      ['up: "2024-12-31" becomes "2025-01-01"', 'down: "2024-12-31" becomes "2024-12-30"'],
    ],
  ],
  text: [[word("new"), []]],
  words: [[{ ...word("new"), op: "words", options: ["new"] } as Node, []]],
  parameter: [[make.parameter(0), []]],
  as_of: [[make.asOf(), []]],
  fact: [
    [first, ['not: "a.one" becomes "not "a.one""']],
    [area, []],
  ],
  not: [[make.not(first), ['drop: "not "a.one"" becomes "a.one"']]],
  negate: [[make.negate(area), ['drop: "−a.area" becomes "a.area"']]],
  abs: [[make.absolute(change), ['drop: "the size of (a.change)" becomes "a.change"']]],
  round: [
    [
      make.round("floor", change, number(one)),
      [
        'ceiling: "(a.change) rounded down" becomes "(a.change) rounded up"',
        'drop: "(a.change) rounded down" becomes "a.change"',
      ],
    ],
  ],
  tally: [
    [make.tally(first), []],
    [make.tally(first, second), ['drop.0: "a.one" is left out', 'drop.1: "a.two" is left out']],
  ],
  and: [
    [
      make.and(first, second, third),
      [
        'or: "a.one and a.two and a.three" becomes "a.one or a.two or a.three"',
        'drop.0: "a.one" is left out',
        'drop.1: "a.two" is left out',
        'drop.2: "a.three" is left out',
      ],
    ],
  ],
  or: [
    [
      make.or(first, second),
      [
        'and: "a.one or a.two" becomes "a.one and a.two"',
        'drop.0: "a.one" is left out',
        'drop.1: "a.two" is left out',
      ],
    ],
  ],
  compare: [
    [
      make.compare(area, "<=", five),
      [
        'border: "a.area is at most 5" becomes "a.area is less than 5"',
        'not: "a.area is at most 5" becomes "a.area is more than 5"',
      ],
    ],
    [
      make.compare(area, ">", five),
      [
        'border: "a.area is more than 5" becomes "a.area is at least 5"',
        'not: "a.area is more than 5" becomes "a.area is at most 5"',
      ],
    ],
    [make.compare(area, "=", five), ['not: "a.area equals 5" becomes "a.area is not 5"']],
    [
      make.compare(fact("a.begun"), "<", make.date("2025-01-01")),
      [
        'border: "a.begun is before 2025-01-01" becomes "a.begun is no later than 2025-01-01"',
        'not: "a.begun is before 2025-01-01" becomes "a.begun is no earlier than 2025-01-01"',
      ],
    ],
    [
      make.compare(fact("a.kind"), "=", word("shop")),
      [
        'not: "a.kind is shop" becomes "a.kind is not shop"',
        'with house: "a.kind is shop" becomes "a.kind is shop or house"',
        'with factory: "a.kind is shop" becomes "a.kind is shop or factory"',
      ],
    ],
    [
      make.compare(fact("a.kind"), "!=", word("shop")),
      ['not: "a.kind is not shop" becomes "a.kind is shop"'],
    ],
    [
      make.compare(fact("a.name"), "=", word("new")),
      ['not: "a.name is new" becomes "a.name is not new"'],
    ],
  ],
  among: [
    [
      make.among(fact("a.kind"), "house", "shop"),
      [
        'not: "a.kind is house or shop" becomes "a.kind is not house or shop"',
        'without house: "a.kind is house or shop" becomes "a.kind is shop"',
        'without shop: "a.kind is house or shop" becomes "a.kind is house"',
        'with factory: "a.kind is house or shop" becomes "a.kind is house, shop or factory"',
      ],
    ],
    [make.among(fact("a.name"), "new"), ['not: "a.name is new" becomes "a.name is not new"']],
  ],
  holds: [
    [
      make.holds(fact("a.uses"), "shop"),
      [
        'not: "a.uses holds shop" becomes "a.uses does not hold shop"',
        'for house: "a.uses holds shop" becomes "a.uses holds house"',
        'for factory: "a.uses holds shop" becomes "a.uses holds factory"',
      ],
    ],
  ],
  listed: [
    [
      make.listed(fact("a.name"), 0),
      ['not: "a.name is on "plan"" becomes "a.name is not on "plan""'],
    ],
  ],
  spelled: [
    [
      make.spelled(fact("a.name"), "contains", "n"),
      [
        'not: "a.name contains "n"" becomes "a.name does not contain "n""',
        'starts with: "a.name contains "n"" becomes "a.name starts with "n""',
        'ends with: "a.name contains "n"" becomes "a.name ends with "n""',
      ],
    ],
  ],
  if: [
    [
      make.choose(first, area, five),
      [
        'arms: "(a.area where a.one, else 5)" becomes "(5 where a.one, else a.area)"',
        'always: "(a.area where a.one, else 5)" becomes "a.area"',
        'never: "(a.area where a.one, else 5)" becomes "5"',
      ],
    ],
  ],
  aggregate: [
    [
      over("sum", "building.area"),
      [
        'max: "the sum of building.area over the buildings" becomes "the greatest of building.area over the buildings"',
      ],
    ],
    [
      over("min", "building.area"),
      [
        'max: "the least of building.area over the buildings" becomes "the greatest of building.area over the buildings"',
      ],
    ],
    [
      over("some", "building.empty"),
      ['every: "at least one building: building.empty" becomes "every building: building.empty"'],
    ],
    [
      over("every", "building.empty"),
      ['some: "every building: building.empty" becomes "at least one building: building.empty"'],
    ],
    [over("count", "building.empty"), []],
    [
      make.filtered(over("min", "building.area"), first),
      [
        'max: "the least of building.area over the buildings where a.one" becomes "the greatest of building.area over the buildings where a.one"',
        'drop.1: "a.one" is left out',
      ],
    ],
  ],
  add: [
    [
      make.calculate(area, "add", five),
      [
        'subtract: "a.area + 5" becomes "a.area − 5"',
        'drop.1: "5" is left out',
        'drop.0: "a.area" is left out',
      ],
    ],
  ],
  subtract: [
    [
      make.calculate(area, "subtract", five),
      ['add: "a.area − 5" becomes "a.area + 5"', 'drop.1: "5" is left out'],
    ],
    [make.calculate(fact("a.begun"), "subtract", fact("a.ended")), []],
  ],
  multiply: [
    [
      make.calculate(change, "multiply", five),
      [
        'divide: "a.change × 5" becomes "a.change ÷ 5"',
        'drop.1: "5" is left out',
        'drop.0: "a.change" is left out',
      ],
    ],
  ],
  divide: [
    [
      make.calculate(change, "divide", five),
      ['multiply: "a.change ÷ 5" becomes "a.change × 5"', 'drop.1: "5" is left out'],
    ],
  ],
  shift: [[make.shift(fact("a.begun"), "day", wait), ['drop.1: "a.wait" is left out']]],
  elapsed: [
    [
      make.elapsed(fact("a.begun"), "month", fact("a.ended")),
      [
        'ends: "the full months from a.begun to a.ended" becomes "the full months from a.ended to a.begun"',
      ],
    ],
  ],
  min: [
    [
      make.extreme("min", change, five),
      [
        'max: "the lesser of (a.change, 5)" becomes "the greater of (a.change, 5)"',
        'drop.0: "a.change" is left out',
        'drop.1: "5" is left out',
      ],
    ],
  ],
  max: [
    [
      make.extreme("max", change, five, wait),
      [
        'min: "the greater of (a.change, 5, a.wait)" becomes "the lesser of (a.change, 5, a.wait)"',
        'drop.0: "a.change" is left out',
        'drop.1: "5" is left out',
        'drop.2: "a.wait" is left out',
      ],
    ],
  ],
};

const place = { id: "at", label: bilingual("此处", "here") };

/** The slips in the node itself, without those in its parts: "border: area is less than 5". */
const told = (node: Node): readonly string[] =>
  rewritings(node, place, voiceIn(law))
    .filter(({ id }) => id.startsWith("at:"))
    .map(({ id, text }) => `${id.slice(3)}: ${text.en.slice("here: ".length)}`);

describe("the slips in one part of an expression", () => {
  const all = Object.entries(rows).flatMap(([op, list]) =>
    list.map(([node, changes], at) => [`${op} ${at}`, node, changes] as const),
  );
  test.each(all)("%s", (_name, node, changes) => {
    expect(told(node)).toEqual(changes);
  });

  test("never move a date by a part of a day, which nobody compiles", () => {
    const period = make.calculate(wait, "multiply", five);
    const moved = make.shift(fact("a.begun"), "day", period);
    const ids = rewritings(moved, place, voiceIn(law)).map(({ id }) => id);
    expect(ids).toEqual(["at:drop.1", "at.1:drop.1"]);
  });
});
