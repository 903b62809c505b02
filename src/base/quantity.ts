/**
 * Floor area as a whole number of square decimetres: 0.01 m², the finest that certificates state.
 */
export type AreaDm2 = number & { readonly unit: "dm2" };

/** Money as a whole number of fen: 0.01 yuan. */
export type CostFen = number & { readonly unit: "fen" };

function whole(value: number, unit: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of ${unit}: ${value}`);
  return value;
}

/** @throws RangeError when the value is not a whole number of square decimetres. */
export const dm2 = (value: number): AreaDm2 => whole(value, "dm²") as AreaDm2;

/** @throws RangeError when the value is not a whole number of fen. */
export const fen = (value: number): CostFen => whole(value, "fen") as CostFen;
