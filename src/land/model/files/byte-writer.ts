/** Writes numbers into bytes that grow as they are needed. */
export class ByteWriter {
  isLittle = true;
  size = 0;
  private view = new DataView(new ArrayBuffer(1024));

  private step(count: number): number {
    const from = this.size;
    this.size += count;
    if (this.size > this.view.byteLength) {
      const grown = new Uint8Array(Math.max(this.size, this.view.byteLength * 2));
      grown.set(new Uint8Array(this.view.buffer));
      this.view = new DataView(grown.buffer);
    }
    return from;
  }

  byte(value: number): void {
    this.view.setUint8(this.step(1), value);
  }

  short(value: number): void {
    this.view.setUint16(this.step(2), value, this.isLittle);
  }

  int(value: number): void {
    this.view.setInt32(this.step(4), value, this.isLittle);
  }

  big(value: number): void {
    this.view.setInt32(this.step(4), value, false);
  }

  double(value: number): void {
    this.view.setFloat64(this.step(8), value, this.isLittle);
  }

  zeros(count: number): void {
    this.step(count);
  }

  add(bytes: Uint8Array): void {
    const from = this.step(bytes.length);
    new Uint8Array(this.view.buffer).set(bytes, from);
  }

  /** The bytes so far, on their own. */
  bytes(): Uint8Array {
    return new Uint8Array(this.view.buffer).slice(0, this.size);
  }
}
