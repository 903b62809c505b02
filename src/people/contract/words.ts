import { Type } from "typebox";

/** One of a list of words. */
export const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));
