/** Where one is on a customer's page, and how to go elsewhere on it. */
import { createContext, useContext, useMemo } from "react";
import { useSearchParams } from "react-router";
import { elsewhere, type Place, placeOf, searchOfPlace } from "./place";
import type { Customer } from "./types";

export type Here = { code: string; customer: Customer; place: Place };

const HereContext = createContext<Here | null>(null);
export const HereProvider = HereContext.Provider;

/** The customer whose page it is, with the place on it. */
export function useHere(): Here & { to: (place: Partial<Place>) => string; isMasked: (name: string) => boolean } {
  const here = useContext(HereContext);
  if (!here) throw new Error("useHere outside a customer's page");
  const { customer, place } = here;
  return useMemo(
    () => ({
      ...here,
      to: (next) => elsewhere(place, next),
      isMasked: (name) => customer.masked.includes(name),
    }),
    [here, customer, place],
  );
}

/** Read and change the place in the address. */
export function usePlace(): [Place, (part: Partial<Place>) => void] {
  const [search, setSearch] = useSearchParams();
  const place = useMemo(() => placeOf(search), [search]);
  return [place, (part) => setSearch((old) => searchOfPlace({ ...placeOf(old), ...part }), { replace: true })];
}
