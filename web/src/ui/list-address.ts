/** The page behind a figure: the list of its name, with the query the server gave. */
export interface Behind {
  list: "customers" | "alerts" | "imports";
  query: string;
}

export const addressOf = ({ list, query }: Behind): string => (query ? `/${list}?${query}` : `/${list}`);
export const customersAt = (query: string): string => addressOf({ list: "customers", query });
