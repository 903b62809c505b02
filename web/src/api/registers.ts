import { useQuery } from "@tanstack/react-query";
import type { Static } from "typebox";
import type { RegisterList } from "../../../src/policy/contract.ts";
import { call, get } from "./call.ts";

const listRegisters = get<Static<typeof RegisterList>>("/api/v1/policy/registers");

/** Operators import registers while the server runs: it is asked anew with every visit. */
export const useRegisters = () =>
  useQuery({
    queryKey: ["policy", "registers"],
    queryFn: ({ signal }) => call(listRegisters, { signal }),
  });
