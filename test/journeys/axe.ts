import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { Look } from "./window.ts";

/** The looks in which every page is judged. */
export const looks: readonly (Look & { name: string })[] = [
  { name: "light", theme: "light" },
  { name: "dark", theme: "dark" },
  { name: "390 px", size: "phone" },
  { name: "English", locale: "en" },
];

/**
 * What axe finds on the page as it stands, one line a rule. Every rule runs; only, what passes is
 * not listed node by node, and no second page is opened for what there is none of here: frames.
 */
export async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`);
}
