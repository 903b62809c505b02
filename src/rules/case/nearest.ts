export { editDistance, nearest, nearestId } from "../resolve/nearest.ts";
