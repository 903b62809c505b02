import type { IConfiguration, IForbiddenRuleType } from "dependency-cruiser";

export const floors: readonly (readonly string[])[];
export const files: readonly string[];
export const openRooms: readonly string[];
export const passes: readonly string[];

declare const config: {
  forbidden: (IForbiddenRuleType & { name: string; comment: string })[];
  options: NonNullable<IConfiguration["options"]>;
};
export default config;
