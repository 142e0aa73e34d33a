/** Where one is logged in, and how to end that. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { account } from "@/api/account";
import type { Problem } from "@/api/problem";
import { Answer } from "@/ui/answer";
import { Section } from "@/ui/page";
import { PlainTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { Since } from "@/ui/values";
import { browserOf } from "./model";
import css from "./settings.module.css";

interface Session {
  id: number;
  user_agent: string;
  ip: string;
  created_at: number;
  is_current: boolean;
}

const KEY = ["account", "sessions"];

export function Sessions() {
  const { t } = useTranslation("settings");
  const cache = useQueryClient();
  const toast = useToast();
  const query = useQuery<Session[], Problem>({
    queryKey: KEY,
    queryFn: async () => {
      const { data } = await account<Session[]>("GET", "/auth/sessions");
      return data.toSorted(
        (one, other) => Number(other.is_current) - Number(one.is_current) || other.created_at - one.created_at,
      );
    },
  });
  async function end(ids: number[]) {
    try {
      await account("DELETE", "/auth/sessions", { sessions: ids });
      toast.done(t("sessions.ended"));
    } catch (error) {
      toast.failed(error);
    }
    await cache.invalidateQueries({ queryKey: KEY });
  }
  const others = (query.data ?? []).filter(({ is_current }) => !is_current).map(({ id }) => id);
  return (
    <Section
      title={t("sessions.title")}
      aside={
        others.length > 1 && (
          <Button type="text" size="small" onClick={() => void end(others)}>
            {t("sessions.end_all", { count: others.length })}
          </Button>
        )
      }
    >
      <Answer query={query} lines={3}>
        {(sessions) => (
          <ul className={`${css.list2} ${css.wide}`}>
            {sessions.map(({ id, user_agent, ip, created_at, is_current }) => (
              <li key={id}>
                <span>
                  {browserOf(user_agent)} <span className="muted">{ip}</span>
                </span>
                <span className="muted">
                  <Since value={new Date(created_at * 1000).toISOString()} />
                </span>
                {is_current ? (
                  <PlainTag>{t("sessions.this")}</PlainTag>
                ) : (
                  <Button size="small" onClick={() => void end([id])}>
                    {t("sessions.end")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  );
}
