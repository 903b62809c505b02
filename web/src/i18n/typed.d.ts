import type { zh } from "./zh/index.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: typeof zh;
  }
}
