import { readFileSync, statSync } from "node:fs";

type Environment = Readonly<Record<string, string | undefined>>;

const filled = (text: string | undefined): string | undefined => (text === "" ? undefined : text);

/** Bits by which the group or everybody reads, writes or runs a file. */
const others = 0o077;

/** Reads a file that a setting names. @throws RangeError when it cannot be read. */
export function plainFile(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const said = `${name} 指的文件读不到 · the file that it names cannot be read: ${file}`;
    throw new RangeError(said, { cause });
  }
}

/**
 * Reads a file that holds a secret: only whoever runs the program, and root, may read it too.
 * @throws RangeError when others may, or when it cannot be read.
 */
function secretFile(name: string, file: string): string {
  const content = plainFile(name, file);
  if (process.platform === "win32" || (statSync(file).mode & others) === 0) return content;
  throw new RangeError(
    `${name} 指的文件别的用户也能读 · others may read the file that it names: chmod 600 ${file}`,
  );
}

/** A secret from the environment, or from the file that NAME_FILE names. */
export function secretOf(environment: Environment, name: string): string | undefined {
  const given = filled(environment[name]);
  const file = filled(environment[`${name}_FILE`]);
  if (given !== undefined || file === undefined) return given;
  return filled(secretFile(`${name}_FILE`, file).trim());
}
