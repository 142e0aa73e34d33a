/** Runs over the whole book: how far they are, starting one, and stopping it without losing what is done. */
import { App, Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { useFormat } from "@/ui/format";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { useToast } from "@/ui/toast";
import { Day, Instant, Missing, Num } from "@/ui/values";
import type { BookRunList, BookRunRow } from "./model";
import css from "./settings.module.css";

const EVERY = 2000;
const PATH = "/book-runs";

export default function RunsPart() {
  const { t } = useTranslation("settings");
  const can = useCan();
  const toast = useToast();
  const found = useGet(PATH, {}, { every: (list) => (isBusy(list as BookRunList | undefined) ? EVERY : 5 * EVERY) });
  const start = useSend("post", PATH, { refreshes: [PATH], onDone: () => toast.done(t("runs.started")) });
  const columns = useColumns();
  return (
    <>
      <p className={css.words}>{t("runs.words")}</p>
      {can("start_book_run") && (
        <p>
          <Button
            type="primary"
            disabled={!found.data || isBusy(found.data)}
            loading={start.isPending}
            onClick={() => start.mutate({}, { onError: toast.failed })}
          >
            {t("runs.start")}
          </Button>
        </p>
      )}
      {found.data?.is_waiting && !isRunning(found.data) && <p role="status">{t("runs.waiting")}</p>}
      <Answer query={found}>
        {({ runs }) => (
          <DataTable
            label={t("part.runs")}
            rows={runs}
            rowKey={({ id }) => String(id)}
            empty={<EmptyState title={t("runs.none")}>{t("runs.none_words")}</EmptyState>}
            columns={columns}
          />
        )}
      </Answer>
    </>
  );
}

const isRunning = (list: BookRunList): boolean => list.runs.some(({ state }) => state === "running");

const isBusy = (list?: BookRunList): boolean => list !== undefined && (list.is_waiting || isRunning(list));

function useColumns(): Column<BookRunRow>[] {
  const { t } = useTranslation("settings");
  return [
    { key: "as_of", title: t("runs.as_of"), card: "title", render: ({ as_of }) => <Day value={as_of} /> },
    { key: "state", title: t("runs.state"), card: "badge", render: ({ state }) => t(`runs.${state}`) },
    { key: "done", title: t("runs.done"), width: 240, render: (row) => <Done row={row} /> },
    { key: "left", title: t("runs.left"), render: (row) => <Left row={row} /> },
    { key: "begun", title: t("runs.begun"), render: ({ begun_at }) => <Instant value={begun_at} /> },
    { key: "seen", title: t("runs.seen"), render: ({ seen_at }) => <Instant value={seen_at} /> },
    { key: "known", title: t("runs.known"), align: "right", render: ({ known_at }) => <Num value={known_at} /> },
    { key: "do", title: t("runs.do"), render: (row) => <Stop row={row} /> },
  ];
}

function Done({ row }: { row: BookRunRow }) {
  const { t } = useTranslation("settings");
  const words = t("runs.of", { done: row.done, total: row.total });
  if (row.state === "finished") return words;
  return (
    <>
      {words}
      <Progress
        percent={row.total ? Math.floor((100 * row.done) / row.total) : 0}
        size="small"
        status={row.state === "running" ? "active" : "normal"}
        aria-label={words}
      />
    </>
  );
}

function Left({ row }: { row: BookRunRow }) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  if (row.state !== "running") return null;
  if (row.seconds_left === null) return <Missing words={t("runs.no_left")} />;
  return t("runs.left_words", { time: format.duration(row.seconds_left) });
}

function Stop({ row }: { row: BookRunRow }) {
  const { t } = useTranslation("settings");
  const can = useCan();
  const toast = useToast();
  const { modal } = App.useApp();
  const stop = useSend("post", "/book-runs/{run_id}/stop", {
    refreshes: [PATH],
    onDone: () => toast.done(t("runs.stopping")),
  });
  if (row.state !== "running" || !can("stop_book_run")) return null;
  if (row.is_stop_asked) return t("runs.stop_asked");
  const ask = () =>
    modal.confirm({
      title: t("runs.stop_confirm"),
      content: t("runs.stop_words"),
      okText: t("runs.stop"),
      onOk: () => stop.mutate({ path: { run_id: row.id } }, { onError: toast.failed }),
    });
  return (
    <Button size="small" loading={stop.isPending} onClick={ask}>
      {t("runs.stop")}
    </Button>
  );
}
