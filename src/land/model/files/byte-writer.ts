/** Writes numbers into bytes that grow as they are needed. */
export class ByteWriter {
  isLittle = true;
  size = 0;
  private view = new DataView(new ArrayBuffer(1024));

  /** Makes room first: growing gives the bytes another view, in which the place is written. */
  private room(count: number): { at: number; view: DataView } {
    const at = this.size;
    this.size += count;
    if (this.size > this.view.byteLength) {
      const grown = new Uint8Array(Math.max(this.size, this.view.byteLength * 2));
      grown.set(new Uint8Array(this.view.buffer));
      this.view = new DataView(grown.buffer);
    }
    return { at, view: this.view };
  }

  byte(value: number): void {
    const { at, view } = this.room(1);
    view.setUint8(at, value);
  }

  short(value: number): void {
    const { at, view } = this.room(2);
    view.setUint16(at, value, this.isLittle);
  }

  int(value: number): void {
    const { at, view } = this.room(4);
    view.setInt32(at, value, this.isLittle);
  }

  big(value: number): void {
    const { at, view } = this.room(4);
    view.setInt32(at, value, false);
  }

  double(value: number): void {
    const { at, view } = this.room(8);
    view.setFloat64(at, value, this.isLittle);
  }

  zeros(count: number): void {
    this.room(count);
  }

  add(bytes: Uint8Array): void {
    const { at, view } = this.room(bytes.length);
    new Uint8Array(view.buffer).set(bytes, at);
  }

  /** The bytes so far, on their own. */
  bytes(): Uint8Array {
    return new Uint8Array(this.view.buffer).slice(0, this.size);
  }
}
