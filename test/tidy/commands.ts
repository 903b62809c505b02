import { paths, read } from "./sources.ts";

/** The words that the command line answers, read from where each room declares them. */
export async function commandNames(): Promise<ReadonlySet<string>> {
  const sources = paths().filter((path) => /^src\/.*(commands?|cli)(\/|\.ts|-)/.test(path));
  const names = sources.flatMap((path) =>
    [...read(path).matchAll(/\bname: "([a-z]+(?: [a-z]+)?)"/g)].map((match) => match[1] ?? ""),
  );
  return new Set(names);
}
