import { fileURLToPath } from "node:url";

/** The folder that holds package.json, with its slash. */
export const root = fileURLToPath(new URL("../", import.meta.url));
