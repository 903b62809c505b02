import { FileBroken } from "./table.ts";

/** Reads numbers from bytes one after the other; beyond their end the file is broken. */
export class Cursor {
  isLittle = true;
  at: number;
  private readonly view: DataView;

  constructor(bytes: Uint8Array, at = 0) {
    this.at = at;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private step(size: number): number {
    const from = this.at;
    if (from < 0 || from + size > this.view.byteLength) {
      throw new FileBroken("broken", `ends too early, at ${from}`);
    }
    this.at += size;
    return from;
  }

  byte(): number {
    return this.view.getUint8(this.step(1));
  }

  short(): number {
    return this.view.getUint16(this.step(2), this.isLittle);
  }

  int(): number {
    return this.view.getInt32(this.step(4), this.isLittle);
  }

  double(): number {
    return this.view.getFloat64(this.step(8), this.isLittle);
  }

  /** A count of things of a known size: no more than the bytes that are left can hold. */
  count(size: number): number {
    const count = this.view.getUint32(this.step(4), this.isLittle);
    if (count * size > this.view.byteLength - this.at) {
      throw new FileBroken("broken", `counts ${count}, at ${this.at}`);
    }
    return count;
  }

  skip(size: number): void {
    this.step(size);
  }
}
