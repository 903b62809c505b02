import { covers } from "../app/permitted.ts";

type Grant = { readonly role: string; readonly scope: string };

const importers = ["administrator", "district_officer"];

/** Where somebody may import: all over the city, or in some of its districts alone. */
export function importScopes(
  grants: readonly Grant[],
  adcodes: readonly string[],
): { isCityWide: boolean; districts: string[] } {
  const scopes = grants.filter(({ role }) => importers.includes(role)).map(({ scope }) => scope);
  const isCityWide = scopes.some((scope) => !scope.includes("."));
  const districts = adcodes.filter((adcode) =>
    scopes.some((scope) => {
      const city = scope.split(".")[0] ?? "";
      return covers(scope, `${city}.${adcode}`);
    }),
  );
  return { isCityWide, districts };
}
