/** The lists people come back to: ready ones, and those that were saved. */
import { App, Button, Checkbox, Form, Input, Modal } from "antd";
import { BookmarkPlus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { ProblemLine } from "@/ui/problem-line";
import { useToast } from "@/ui/toast";
import { DEFAULT_SORT, isSameList, type ListState, listOf, READY_VIEWS, searchOf } from "./list";
import css from "./list.module.css";
import type { SavedView } from "./types";

const addressOf = (query: string) => (query ? `/customers?${query}` : "/customers");
const listIn = (query: string) => listOf(new URLSearchParams(query));

export function Views({ list, showsOrder }: { list: ListState; showsOrder: boolean }) {
  const { t } = useTranslation("customers");
  const can = useCan();
  const saved = useGet("/saved-views", {}, { enabled: can("saved_views") });
  const views = saved.data?.items ?? [];
  const isKeptAs = (query: string) => isSameList(listIn(query), list);
  const ready = Object.entries(READY_VIEWS) as [keyof typeof READY_VIEWS, string][];
  const isKept = ready.some(([, query]) => isKeptAs(query)) || views.some(({ query }) => isKeptAs(query));
  // what is kept in no view is the view of the same customers that names no columns, looked at in others
  const isHere = (query: string) => (isKept ? isKeptAs(query) : isSameList(listIn(query), { ...list, columns: null }));
  return (
    <nav className={css.views} aria-label={t("view.all_views")}>
      {ready.map(([key, query]) => (
        <span key={key} className={css.view} data-here={isHere(query)}>
          <Link to={addressOf(query)} aria-current={isHere(query) ? "page" : undefined}>
            {t(`view.${key}`)}
          </Link>
        </span>
      ))}
      {views.map((view) => (
        <span key={view.id} className={css.view} data-here={isHere(view.query)}>
          <Link
            to={addressOf(view.query)}
            aria-current={isHere(view.query) ? "page" : undefined}
            title={
              view.mine ? t(view.shared ? "view.shared" : "view.own") : t("view.shared_by", { name: view.by.name })
            }
          >
            {view.name}
          </Link>
          {view.mine && can("remove_saved_view") && <Remove view={view} />}
        </span>
      ))}
      <span className={css.keep}>
        {showsOrder && <Order list={list} />}
        {!isKept && can("save_view") && <Keep list={list} />}
      </span>
    </nav>
  );
}

/** In which order the list stands, and the way back to the usual one. */
function Order({ list }: { list: ListState }) {
  const { t } = useTranslation("customers");
  if (list.sort === DEFAULT_SORT) {
    return (
      <span className={css.order} title={t("order.words")}>
        {t("order.priority")}
      </span>
    );
  }
  return (
    <Link
      to={addressOf(searchOf({ ...list, sort: DEFAULT_SORT }).toString())}
      replace
      className={css.order}
      title={t("order.words")}
    >
      {t("order.back")}
    </Link>
  );
}

function Remove({ view }: { view: SavedView }) {
  const { t } = useTranslation("customers");
  const toast = useToast();
  const { modal } = App.useApp();
  const remove = useSend("delete", "/saved-views/{view_id}", { refreshes: ["/saved-views"] });
  return (
    <button
      type="button"
      className={`plain ${css.remove}`}
      aria-label={t("view.remove", { name: view.name })}
      disabled={remove.isPending}
      onClick={() =>
        modal.confirm({
          title: t("view.remove_sure", { name: view.name }),
          okText: t("view.remove_yes"),
          onOk: () => remove.mutateAsync({ path: { view_id: view.id } }).catch(toast.failed),
        })
      }
    >
      <X size={14} aria-hidden />
    </button>
  );
}

function Keep({ list }: { list: ListState }) {
  const { t } = useTranslation("customers");
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ name: string; shared?: boolean }>();
  const toast = useToast();
  const keep = useSend("post", "/saved-views", {
    refreshes: ["/saved-views"],
    onDone: () => {
      setOpen(false);
      toast.done(t("view.kept"));
    },
  });
  return (
    <>
      <Button type="text" size="small" icon={<BookmarkPlus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t("view.keep")}
      </Button>
      <Modal
        open={open}
        title={t("view.keep_title")}
        okText={t("view.keep")}
        okButtonProps={{ loading: keep.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        width={420}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          onFinish={({ name, shared = false }) =>
            keep.mutate({ body: { name: name.trim(), shared, query: searchOf(list).toString() } })
          }
        >
          <Form.Item
            name="name"
            label={t("view.name")}
            rules={[{ required: true, whitespace: true, message: t("view.name_missing") }]}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="shared" valuePropName="checked">
            <Checkbox>{t("view.share")}</Checkbox>
          </Form.Item>
          <ProblemLine problem={keep.error} />
        </Form>
      </Modal>
    </>
  );
}
