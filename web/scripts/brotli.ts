import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

const compressible = /\.(js|css|html|svg|json)$/;

/** Writes a .br file beside each text file of the build, so that the server need not compress. */
export function brotli(): Plugin {
  return {
    name: "zhibu-brotli",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!compressible.test(fileName)) continue;
        const text = file.type === "chunk" ? file.code : file.source;
        const source = brotliCompressSync(text, {
          params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
        });
        this.emitFile({ type: "asset", fileName: `${fileName}.br`, source });
      }
    },
  };
}
