import { Type, type Static } from "typebox";

export const closed = { additionalProperties: false } as const;
export const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

export const Text = Type.Object({ zh: Type.String(), en: Type.String() }, closed);
export const Maybe = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Bbox = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]);
export type Bbox = Static<typeof Bbox>;
export const Position = Type.Tuple([Type.Number(), Type.Number()]);
