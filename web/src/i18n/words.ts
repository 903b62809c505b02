/**
 * The same keys as the Chinese words, each with a text: a missing translation does not type-check.
 */
export type Words<T> = { [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };
