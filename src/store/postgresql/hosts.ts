/** Which of several servers will do, in the words of PostgreSQL's own library. */
export type SessionTarget = "any" | "read-write" | "primary";

export type Hosts = {
  /** One address for each server, in the order in which they are tried. */
  readonly urls: readonly string[];
  readonly target: SessionTarget;
};

const form = /^(?<scheme>postgres(?:ql)?:\/\/)(?<user>[^@/?]*@)?(?<hosts>[^/?]*)(?<rest>[/?].*)?$/;
const attribute = /([?&])target_session_attrs=([^&]*)(&|$)/;
const targets: readonly string[] = ["any", "read-write", "primary"] satisfies SessionTarget[];

const isTarget = (word: string): word is SessionTarget => targets.includes(word);

/**
 * Reads an address that may name several servers: postgresql://user@a:5432,b:5432/db. The driver
 * knows one server an address, so each gets its own.
 * @throws RangeError when target_session_attrs asks for something else.
 */
export function hostsOf(url: string): Hosts {
  const found = attribute.exec(url);
  const target = found?.[2] ?? "any";
  if (!isTarget(target)) {
    throw new RangeError(`target_session_attrs 须为 · is one of: ${targets.join(", ")}`);
  }
  const instead = found?.[3] === "&" ? found[1] : "";
  const bare = found ? url.replace(found[0], instead ?? "") : url;
  const { scheme = "", user = "", hosts = "", rest = "" } = form.exec(bare)?.groups ?? {};
  if (!hosts.includes(",")) return { urls: [bare], target };
  return { urls: hosts.split(",").map((host) => `${scheme}${user}${host}${rest}`), target };
}
