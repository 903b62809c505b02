/** A figure that a room has to show; it is read when somebody looks. */
export type Gauge = {
  readonly name: string;
  readonly help: string;
  /** Undefined where there is nothing to count yet: missing is never zero. */
  read(): number | undefined | Promise<number | undefined>;
};
