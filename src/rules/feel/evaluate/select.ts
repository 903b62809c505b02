import { limits } from "../limits.ts";
import { boundList, fail, spend } from "../machine.ts";
import { wholePart } from "../number.ts";
import { isKind, listOf, type NumberValue, type Value } from "../value.ts";
import { within, type Frame, type Node } from "./frame.ts";

/** The names that a condition of a filter sees for one item: its entries, and the item itself. */
function seenFrom(item: Value): ReadonlyMap<string, Value> {
  if (!isKind(item, "context")) return new Map([["item", item]]);
  return item.entries.has("item") ? item.entries : new Map([...item.entries, ["item", item]]);
}

/** The item at a place: from 1, or from -1 backwards. */
function itemAt(frame: Frame, items: readonly Value[], { value }: NumberValue): Value {
  if (value.d !== 1n) return fail(frame.machine, "index_unfit");
  const place = wholePart(value);
  const item = place > 0 ? items[place - 1] : place < 0 ? items.at(place) : undefined;
  return item === undefined ? fail(frame.machine, "index_unfit") : item;
}

/** `list[condition]` or `list[place]`; any other value is a list of itself. */
export function filter(frame: Frame, node: Node<"filter">): Value {
  const { machine } = frame;
  const from = frame.evaluate(frame, node.from);
  const { items } = isKind(from, "list") ? from : listOf(from === null ? [] : [from]);
  const kept: Value[] = [];
  const [first = null] = items;
  const found = frame.evaluate(within(frame, seenFrom(first)), node.condition);
  if (isKind(found, "number")) return itemAt(frame, items, found);
  for (const [place, item] of items.entries()) {
    if (!spend(machine, 1) || kept.length > limits.items) return null;
    const truth =
      place === 0 ? found : frame.evaluate(within(frame, seenFrom(item)), node.condition);
    if (truth !== null && typeof truth !== "boolean") return fail(machine, "condition_not_boolean");
    if (truth === true) kept.push(item);
  }
  return boundList(machine, kept);
}
