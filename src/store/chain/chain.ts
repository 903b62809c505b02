/** A table whose rows are added and never change, declared by the room that owns it. */
export type Chain = {
  readonly room: string;
  /** The table's name in the room's schema; its key is a generated `id`. */
  readonly table: string;
  /** What is hashed of each row, `id` among it: nothing that may differ in another cluster. */
  readonly columns: readonly string[];
};

/** A row as it is hashed: its id, and its columns as PostgreSQL writes them. */
export type ChainRow = { readonly id: number; readonly values: readonly (string | null)[] };

/** What covers some rows of a chain. */
export type Seal = {
  readonly room: string;
  readonly table: string;
  /** 1, 2, 3 and so on in each chain. */
  readonly number: number;
  readonly fromId: number;
  readonly toId: number;
  readonly rowCount: number;
  readonly columns: readonly string[];
  readonly leaves: Uint8Array;
  readonly root: string;
  /** The hash of the seal before; of the first one, 64 zeros. */
  readonly previous: string;
  readonly hash: string;
  readonly at: string;
};
