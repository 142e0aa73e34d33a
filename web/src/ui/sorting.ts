/** How a list is sorted after a click on a heading. "-name" is from the greatest to the least, as in the API. */
export interface Sortable {
  sort?: string;
  first?: "asc" | "desc";
  align?: "left" | "right" | "center";
}

export function nextSort(column: Sortable, sort: string | undefined): string {
  const name = column.sort ?? "";
  const first = column.first ?? (column.align === "right" ? "desc" : "asc");
  if (sort === name) return `-${name}`;
  if (sort === `-${name}`) return name;
  return first === "desc" ? `-${name}` : name;
}
