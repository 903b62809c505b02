export { anonymous, system, type Actor } from "../base/actor.ts";
