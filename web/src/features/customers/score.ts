/** What a score is made of: how much each item weighs here, and how many points it costs. Pure. */

export type Weighable = { points: number | null; weight: number };

/** `share`: of the weight that counts, 0 to 1; `cost`: what keeps the score from 100. Null when the item is missing. */
export type Weighed<Item> = { item: Item; share: number | null; cost: number | null };

/** Weigh the items; those that cost most stand first, missing ones last, else the card's own order. */
export function weighed<Item extends Weighable>(items: readonly Item[]): Weighed<Item>[] {
  const counting = items.reduce((sum, item) => sum + (item.points === null ? 0 : item.weight), 0);
  const each = items.map((item): Weighed<Item> => {
    if (item.points === null || counting === 0) return { item, share: null, cost: null };
    const share = item.weight / counting;
    return { item, share, cost: share * (100 - item.points) };
  });
  return each.sort((one, other) => (other.cost ?? -1) - (one.cost ?? -1));
}
