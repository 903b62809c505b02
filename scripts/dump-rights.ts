/** Writes docs/rights.md from the table of rights: npx tsx scripts/dump-rights.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeFolder } from "../src/store/home.ts";
import { rightsPage } from "./rights-page.ts";

const file = join(homeFolder(), "docs", "rights.md");
writeFileSync(file, await rightsPage(file));
