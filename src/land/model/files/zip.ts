import { unzipSync } from "fflate";
import { FileBroken, limits } from "./table.ts";

/** Counts what a packed file says it will become, before anything is unpacked. */
function guard(packedBytes: number) {
  let files = 0;
  let bytes = 0;
  return (size: number): void => {
    files += 1;
    bytes += size;
    const isBomb =
      bytes > limits.unpackedBytes ||
      files > limits.packedFiles ||
      (bytes > 10_000_000 && bytes > packedBytes * limits.packedRatio);
    if (isBomb) throw new FileBroken("zip_bomb", `${packedBytes} → ${bytes}`);
  };
}

/**
 * The files of a ZIP that are wanted, by name. What is unpacked never outgrows the size that was
 * told, because its place is made before.
 */
export function unpack(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const count = guard(bytes.length);
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count(originalSize);
        return wants(name);
      },
    });
    return new Map(Object.entries(files));
  } catch (cause) {
    if (cause instanceof FileBroken) throw cause;
    throw new FileBroken("broken", `ZIP: ${String(cause).slice(0, 200)}`);
  }
}
