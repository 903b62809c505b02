import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../../.dependency-cruiser.mjs";
import { root } from "./sources.ts";

const tsConfig = { fileName: join(root, "tsconfig.json") };

/** Holds a tree against the walls. */
export async function cruiseTree(folder: string, sources: string[]): Promise<ICruiseResult> {
  const result = await cruise(
    sources,
    {
      ...config.options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
      tsConfig,
    },
    config.options.enhancedResolveOptions ?? {},
    { tsConfig: extractTSConfig(tsConfig.fileName) },
  );
  if (typeof result.output === "string") throw new TypeError("the cruiser gave a text");
  return result.output;
}
