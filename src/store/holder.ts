/** Who has the folder open, and where its server answers. */
export type Holder = { readonly pid: number; readonly url: string | null };

/** A folder held by this process alone, until released or until the process ends. */
export type FolderLock = {
  /** Tells those who ask where this process serves. */
  announce(url: string): void;
  release(): Promise<void>;
};
