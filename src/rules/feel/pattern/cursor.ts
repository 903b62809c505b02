import { PatternTrouble } from "./tree.ts";

/** Reads the code points of a pattern, one after the other. */
export class Cursor {
  readonly #points: readonly string[];
  #place = 0;

  constructor(points: readonly string[]) {
    this.#points = points;
  }

  get isDone(): boolean {
    return this.#place >= this.#points.length;
  }

  /** The sign that comes next; empty at the end. */
  peek(ahead = 0): string {
    return this.#points[this.#place + ahead] ?? "";
  }

  take(): string {
    const sign = this.peek();
    if (sign === "") throw new PatternTrouble("pattern_invalid");
    this.#place++;
    return sign;
  }

  /** Goes over a text when it comes next. */
  skip(text: string): boolean {
    const isNext = [...text].every((sign, place) => this.peek(place) === sign);
    if (isNext) this.#place += text.length;
    return isNext;
  }

  need(sign: string): void {
    if (!this.skip(sign)) throw new PatternTrouble("pattern_invalid");
  }

  /** The signs up to one, which is taken too. */
  until(sign: string): string {
    let text = "";
    while (this.peek() !== sign) text += this.take();
    this.take();
    return text;
  }

  /** The digits that come next. */
  digits(): string {
    let text = "";
    while (/^[0-9]$/.test(this.peek())) text += this.take();
    return text;
  }
}
