/** The two faces of a measure: as sentences, and as the pack writes it. */
export type View = "sentences" | "source";
export type ViewSearch = { view?: "source" };

/** What an address asks to see; sentences need not be asked for. */
export const readView = ({ view }: Readonly<Record<string, unknown>>): ViewSearch =>
  view === "source" ? { view } : {};
