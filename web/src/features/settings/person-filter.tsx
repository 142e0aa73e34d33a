/** Filter a trail by who did it. */
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { FilterSelect } from "@/ui/filters";

export function PersonFilter({ value, onChange }: { value: string; onChange: (actor: string) => void }) {
  const { t } = useTranslation("settings");
  const people = useGet("/people");
  const options = (people.data?.items ?? []).map(({ id, name }) => ({ value: `person:${id}`, label: name }));
  return <FilterSelect label={t("trail.who")} value={value} onChange={onChange} options={options} searchable />;
}
