import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate and its key, as files. */
export type Certificate = { readonly cert: string; readonly key: string };

/** An authority of the tests' own, and what it signs. */
export type Authority = {
  readonly cert: string;
  /** Signs for a name: `as` says whom, in the words of a subjectAltName where it is a server. */
  issue(name: string, as?: string): Certificate;
};

const openssl = (folder: string, args: readonly string[]): void => {
  execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
};

const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** PostgreSQL takes a key only from a file of its own user. */
function give(folder: string, file: string): void {
  const { uid, gid } = statSync(folder);
  chownSync(join(folder, file), uid, gid);
  chmodSync(join(folder, file), 0o600);
}

/** Makes an authority in a folder; whoever owns the folder owns the keys. */
export function makeAuthority(folder: string, name: string): Authority {
  const made = ["-keyout", `${name}.key`, "-out", `${name}.pem`, "-days", "2"];
  openssl(folder, ["req", "-x509", ...key, ...made, "-subj", `/CN=${name}`]);
  return {
    cert: join(folder, `${name}.pem`),
    issue: (subject, as) => {
      const asked = ["-keyout", `${subject}.key`, "-out", `${subject}.csr`];
      openssl(folder, ["req", ...key, ...asked, "-subj", `/CN=${subject}`]);
      const more = as === undefined ? "basicConstraints=CA:FALSE" : `subjectAltName=${as}`;
      writeFileSync(join(folder, `${subject}.ext`), `${more}\n`);
      const signer = ["-CA", `${name}.pem`, "-CAkey", `${name}.key`, "-CAcreateserial"];
      const files = ["-in", `${subject}.csr`, "-out", `${subject}.pem`];
      const extension = ["-extfile", `${subject}.ext`, "-days", "2"];
      openssl(folder, ["x509", "-req", ...signer, ...files, ...extension]);
      give(folder, `${subject}.key`);
      return { cert: join(folder, `${subject}.pem`), key: join(folder, `${subject}.key`) };
    },
  };
}
