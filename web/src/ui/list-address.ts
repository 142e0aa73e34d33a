/** The page behind a figure: the list of its name, with the query the server gave; null where that list cannot show it. */
export interface Behind {
  list: "customers" | "alerts" | "imports";
  query: string | null;
}

export const addressOf = ({ list, query }: Behind): string => (query ? `/${list}?${query}` : `/${list}`);
export const customersAt = (query: string): string => addressOf({ list: "customers", query });
