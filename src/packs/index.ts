export { loadPack } from "./folder.ts";
export { formatPack, type FormattedFile } from "./format/pack.ts";
export { loadPackFiles, type LoadedPack, type PackFiles } from "./load.ts";
export { bundleOf, encodingOf, type BundleLine } from "./bundle.ts";
export { readReform } from "./reform.ts";
export { readsLanguage } from "./layers.ts";
export { fileKinds, schemaOf } from "./json-schema.ts";
export { watchPacks } from "./watch.ts";
