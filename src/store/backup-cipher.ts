import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/** How a backup was encrypted: all but the key. */
export type Sealing = {
  readonly cipher: "aes-256-gcm";
  /** Makes the key of this one file, so that no two files share a key. */
  readonly salt: string;
  /** Tells a wrong key before anything is read with it. */
  readonly check: string;
};

/** A backup that cannot be read to its end, or not with this key. */
export class BackupBroken extends Error {
  override readonly name = "BackupBroken";
}

const chunkBytes = 65_536;
const tagBytes = 16;
const lengthBytes = 4;

const derive = (key: Uint8Array, salt: string, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, Buffer.from(salt, "hex"), `zhibu backup ${use}`, 32));

const checkOf = (key: Uint8Array, salt: string): string =>
  derive(key, salt, "check").subarray(0, 8).toString("hex");

export function newSealing(key: Uint8Array): Sealing {
  const salt = randomBytes(16).toString("hex");
  return { cipher: "aes-256-gcm", salt, check: checkOf(key, salt) };
}

export const fitsKey = (key: Uint8Array, { salt, check }: Sealing): boolean =>
  checkOf(key, salt) === check;

/** The place of a chunk and whether it is the last: none can be moved, repeated or left out. */
function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(count, 4);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Encrypts a stream in chunks, each authenticated with its place. */
export function encrypting(key: Uint8Array, { salt }: Sealing): Transform {
  const fileKey = derive(key, salt, "content");
  let held: Buffer = Buffer.alloc(0);
  let count = 0;
  const seal = (plain: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", fileKey, nonceOf(count, isLast));
    count += 1;
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body, cipher.getAuthTag()]);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = Buffer.concat([held, chunk]);
      while (held.length > chunkBytes) {
        this.push(seal(held.subarray(0, chunkBytes), false));
        held = held.subarray(chunkBytes);
      }
      done();
    },
    flush(done) {
      done(null, seal(held, true));
    },
  });
}

/** Reads such a stream back. A chunk that was changed, cut or moved ends it with BackupBroken. */
export function decrypting(key: Uint8Array, { salt }: Sealing): Transform {
  const fileKey = derive(key, salt, "content");
  let held: Buffer = Buffer.alloc(0);
  let count = 0;
  const opened = (frame: Buffer, isLast: boolean): Buffer => {
    const decipher = createDecipheriv("aes-256-gcm", fileKey, nonceOf(count, isLast));
    count += 1;
    decipher.setAuthTag(frame.subarray(frame.length - tagBytes));
    return Buffer.concat([decipher.update(frame.subarray(0, -tagBytes)), decipher.final()]);
  };
  /** The next whole frame at hand; the last one is known only when the stream has ended. */
  const take = (least: number): Buffer | undefined => {
    if (held.length < lengthBytes) return undefined;
    const end = lengthBytes + held.readUInt32BE(0) + tagBytes;
    if (held.length < end + least) return undefined;
    const frame = held.subarray(lengthBytes, end);
    held = held.subarray(end);
    return frame;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = Buffer.concat([held, chunk]);
      told(done, () => {
        for (let frame = take(1); frame; frame = take(1)) this.push(opened(frame, false));
      });
    },
    flush(done) {
      told(done, () => {
        const frame = take(0);
        if (!frame || held.length > 0) throw new BackupBroken("the last chunk is not whole");
        this.push(opened(frame, true));
      });
    },
  });
}

/** What the cipher refuses is a broken backup, whatever its own words are. */
function told(done: TransformCallback, work: () => void): void {
  try {
    work();
    done();
  } catch (cause) {
    done(new BackupBroken("the backup cannot be read with this key", { cause }));
  }
}
