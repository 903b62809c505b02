/** Imports a peer from this folder's own packages. */
export const load = (name) => import(name);
