/** The pages that exist. Those of later issues join here when they are built: no link is dead. */
export const pages = [
  { to: "/", key: "map" },
  { to: "/policies", key: "policies" },
  { to: "/projects", key: "projects" },
] as const;
