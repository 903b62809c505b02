/** The law changes while the server runs only where somebody imports a register: seldom. */
export const lasting = { staleTime: 60_000 };
