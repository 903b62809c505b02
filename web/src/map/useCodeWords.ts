import { useDictionary } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";

/** The word for a code of the register, as the fact dictionary has it; other words stay. */
export function useCodeWords(): (column: string, code: string) => string {
  const { byId } = useDictionary();
  const say = useSay();
  return (column, code) => {
    const fact = byId.get(`building.${column}`) ?? byId.get(`parcel.${column}`);
    const option = fact?.options?.find(({ id }) => id === code);
    return option ? say(option.label) : code;
  };
}
