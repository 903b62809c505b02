import { arch, platform, release, totalmem } from "node:os";
import { redact } from "../base/redact.ts";
import type { Health } from "../operations/index.ts";
import { writeWhole } from "../store/atomic-file.ts";
import type { Surroundings } from "../terminal/index.ts";

export type BundleContent = {
  readonly health: Health;
  readonly version: string;
  readonly around: Pick<Surroundings, "environment">;
};

/** Settings are told by name: what is secret by its name or its form is not. */
const settingsIn = (environment: Surroundings["environment"]): object =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => /^(ZHIBU_|DATABASE_URL$|LANG$|TZ$)/.test(name)),
  );

/** What a helper wants to know, and nothing that is secret or tells of a person. */
export function bundleOf({ health, version, around }: BundleContent): string {
  const machine = {
    node: process.versions.node,
    system: `${platform()} ${release()} ${arch()}`,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
  };
  const settings = settingsIn(around.environment);
  const findings = health.findings.map(({ level, code, said }) => `${level} ${code}: ${said.en}`);
  const content = { version, at: health.at, machine, settings, findings };
  return `${JSON.stringify(redact(content), null, 2)}\n`;
}

/** Writes the file that one asks for help with. @throws Fault disk_full */
export const writeBundle = (file: string, content: BundleContent): Promise<void> =>
  writeWhole(file, Buffer.from(bundleOf(content)));
