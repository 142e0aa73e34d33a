/** What narrows the inbox besides its box. */

import { Button } from "antd";
import { X } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { FilterBar, FilterSelect, SearchBox } from "@/ui/filters";
import { type Inbox, isNarrowed, SEVERITIES, type Severity } from "./list";

export function InboxFilters({ inbox, onChange }: { inbox: Inbox; onChange: (inbox: Inbox) => void }) {
  const { t } = useTranslation(["alerts", "common"]);
  const can = useCan();
  const rules = useGet("/rules", {}, { enabled: can("rules") }).data?.items;
  const search = useCallback((q: string) => onChange({ ...inbox, q }), [inbox, onChange]);
  return (
    <FilterBar
      search={<SearchBox value={inbox.q} onSearch={search} words={t("filter.q")} />}
      active={isNarrowed({ ...inbox, whose: "all" }) ? 1 : 0}
      onClear={() => onChange({ ...inbox, severity: [], rule: [], customer: null, q: "", owner: null })}
    >
      <FilterSelect
        label={t("filter.severity")}
        options={SEVERITIES.map((value) => ({ value, label: t(`common:severity.${value}`) }))}
        value={inbox.severity as string[]}
        onChange={(severity) => onChange({ ...inbox, severity: severity as Severity[] })}
      />
      <FilterSelect
        label={t("filter.rule")}
        options={(rules ?? []).map(({ key, label }) => ({ value: key, label }))}
        value={inbox.rule}
        onChange={(rule) => onChange({ ...inbox, rule })}
      />
      {inbox.customer && (
        <Button
          onClick={() => onChange({ ...inbox, customer: null })}
          icon={<X size={14} aria-hidden />}
          iconPlacement="end"
        >
          {t("filter.customer", { code: inbox.customer })}
        </Button>
      )}
    </FilterBar>
  );
}
