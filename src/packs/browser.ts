/** What the browser may know of this room: texts are read and written, and no folder is touched. */
export { formatFile } from "./format/format.ts";
export { loadPackFiles, type LoadedPack, type PackFiles } from "./load.ts";
export { rememberingRead, type ReadFile } from "./read.ts";
