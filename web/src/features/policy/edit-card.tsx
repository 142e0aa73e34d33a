/** A scorecard as lines: what is looked at, how much it weighs, which points each range gives. */
import { Button } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import { Section } from "@/ui/page";
import { ShareBar } from "@/ui/score-bar";
import { Select } from "@/ui/select";
import { add, type Path, remove, set, setOrRemove } from "./document";
import { Cuts } from "./edit-grades";
import type { Edit } from "./editor";
import { NumberField } from "./fields";
import {
  type Bin,
  type Card,
  type Item,
  inside,
  MISSING,
  outside,
  said,
  totalWeight,
  type ValueCard,
  wrongBin,
} from "./model";
import type { Names } from "./names";
import css from "./policy.module.css";

interface CardEditorProps {
  card: Card;
  /** Where the card stands in the document. */
  at: Path;
  text: string;
  names: Names;
  onEdit: Edit;
}

export function CardEditor({ card, at, text, names, onEdit }: CardEditorProps) {
  const { t } = useTranslation("policy");
  const total = totalWeight(card.items);
  const there = new Set(card.items.map(({ indicator }) => indicator));
  const rest = names.indicators
    .filter(({ key }) => !there.has(key))
    .map(({ key, label }) => ({ value: key, label: said(label, names.language) }));
  return (
    <>
      <div className={css.settings}>
        <span className={css.field}>
          {t("card.missing")}
          <Select
            size="small"
            aria-label={t("card.missing")}
            value={card.missing ?? "spread"}
            options={MISSING.map((each) => ({ value: each, label: t(`missing.${each}`) }))}
            popupMatchSelectWidth={false}
            onChange={(value) => onEdit(set(text, [...at, "missing"], value))}
          />
        </span>
        {card.missing === "neutral" && (
          <NumberField
            shown
            whole
            label={t("card.neutral")}
            value={card.neutral_points ?? 50}
            min={0}
            max={100}
            onChange={(value) => onEdit(set(text, [...at, "neutral_points"], value), "neutral")}
          />
        )}
        <NumberField
          shown
          label={t("card.refuse")}
          suffix="%"
          value={(card.refuse_below_permille ?? 0) / 10}
          min={0}
          max={100}
          onChange={(value) =>
            onEdit(
              setOrRemove(text, [...at, "refuse_below_permille"], Math.round(value * 10), value === 0),
              "refuse_below_permille",
            )
          }
        />
        {at.length === 0 && (
          <NumberField
            shown
            whole
            label={t("card.cap")}
            value={card.signal_cap ?? 0}
            min={0}
            max={100}
            onChange={(value) => onEdit(setOrRemove(text, [...at, "signal_cap"], value, value === 0), "signal_cap")}
          />
        )}
      </div>
      <ul className={css.items} aria-label={t("card.items")}>
        {card.items.map((item, index) => (
          <ItemLine
            key={item.indicator}
            item={item}
            at={[...at, "items", index]}
            total={total}
            text={text}
            names={names}
            onEdit={onEdit}
            only={card.items.length === 1}
          />
        ))}
      </ul>
      <div className={css.foot}>
        <Select<string>
          className={css.adder}
          aria-label={t("card.add")}
          placeholder={t("card.add")}
          value={null as unknown as string}
          options={rest}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(indicator) => onEdit(add(text, [...at, "items"], newItem(indicator, names)))}
        />
        <span className="num">{t("card.sum", { count: total })}</span>
      </div>
    </>
  );
}

/** Points that fall, or rise, where the indicator says which side is bad; to be edited. */
function newItem(indicator: string, names: Names): Item {
  const lowIsGood = names.byKey.get(indicator)?.worse !== "lower";
  return {
    indicator,
    weight: 5,
    bins: [{ up_to: 0, points: lowIsGood ? 100 : 0 }, { points: lowIsGood ? 0 : 100 }],
  };
}

interface ItemLineProps {
  item: Item;
  at: Path;
  total: number;
  text: string;
  names: Names;
  onEdit: Edit;
  only: boolean;
}

function ItemLine({ item, at, total, text, names, onEdit, only }: ItemLineProps) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const name = names.name(item.indicator);
  const unit = names.unit(item.indicator);
  const wrong = wrongBin(item.bins);
  const place = at.join(".");
  const setBins = (bins: Bin[]) => onEdit(set(text, [...at, "bins"], bins));
  return (
    <li className={css.itemEdit}>
      <span className={css.itemName}>{name}</span>
      <span className={css.weight}>
        <NumberField
          whole
          label={t("card.weight_of", { name })}
          value={item.weight}
          min={1}
          max={1000}
          onChange={(value) => onEdit(set(text, [...at, "weight"], value), `${place}.weight`)}
        />
        <ShareBar share={item.weight / total} width={48} />
        <span className="num muted">{format.percent(item.weight / total, 1)}</span>
      </span>
      <Button
        type="text"
        size="small"
        icon={<X size={14} aria-hidden />}
        aria-label={t("card.remove", { name })}
        disabled={only}
        onClick={() => onEdit(remove(text, at))}
      />
      <div className={css.binsEdit}>
        {item.bins.map((bin, index) => (
          <BinField
            // biome-ignore lint/suspicious/noArrayIndexKey: bins have no other name than their place
            key={index}
            bin={bin}
            number={index + 1}
            name={name}
            unit={unit}
            bad={wrong === index}
            isLast={index === item.bins.length - 1}
            onBound={(up_to) => onEdit(set(text, [...at, "bins", index, "up_to"], up_to), `${place}.${index}.up_to`)}
            onPoints={(points) =>
              onEdit(set(text, [...at, "bins", index, "points"], points), `${place}.${index}.points`)
            }
            onRemove={item.bins.length > 1 ? () => setBins(without(item.bins, index)) : undefined}
          />
        ))}
        <Button
          type="text"
          size="small"
          icon={<Plus size={14} aria-hidden />}
          aria-label={t("card.add_bin", { name })}
          title={t("card.add_bin", { name })}
          disabled={item.bins.length >= 20}
          onClick={() => setBins(withOneMore(item.bins))}
        />
      </div>
      {wrong !== null && <p className={css.bad}>{t("card.wrong", { name, number: wrong + 1 })}</p>}
    </li>
  );
}

/** The last bin stays open whichever is taken out. */
export function without(bins: readonly Bin[], index: number): Bin[] {
  const rest = bins.filter((_, place) => place !== index);
  return rest.map((bin, place) => (place === rest.length - 1 ? { points: bin.points } : bin));
}

/** One more bin before the open one, a step above the last bound. */
export function withOneMore(bins: readonly Bin[]): Bin[] {
  const open = bins.at(-1) ?? { points: 0 };
  const bounds = bins.map(({ up_to }) => up_to).filter((bound): bound is number => typeof bound === "number");
  const [before = 0, last = 0] = [bounds.at(-2), bounds.at(-1)];
  const step = last - before > 0 ? last - before : 1;
  return [...bins.slice(0, -1), { up_to: Number((last + step).toPrecision(12)), points: open.points }, open];
}

interface BinFieldProps {
  bin: Bin;
  number: number;
  name: string;
  unit: string | undefined;
  bad: boolean;
  isLast: boolean;
  onBound: (value: number) => void;
  onPoints: (value: number) => void;
  onRemove?: () => void;
}

function BinField({ bin, number, name, unit, bad, isLast, onBound, onPoints, onRemove }: BinFieldProps) {
  const { t } = useTranslation("policy");
  const suffix = unit === "share" ? "%" : undefined;
  return (
    <span className={css.binEdit}>
      {isLast ? (
        <span className="muted">{t("card.above")}</span>
      ) : (
        <>
          <span aria-hidden>≤</span>
          <NumberField
            label={t("card.bound_of", { name, number })}
            value={typeof bin.up_to === "number" ? outside(bin.up_to, unit) : null}
            suffix={suffix}
            bad={bad}
            onChange={(value) => onBound(inside(value, unit))}
          />
        </>
      )}
      <span aria-hidden className="muted">
        →
      </span>
      <NumberField
        whole
        label={t("card.points_of", { name, number })}
        value={bin.points}
        min={0}
        max={100}
        onChange={onPoints}
      />
      {onRemove && (
        <button
          type="button"
          className={`plain ${css.drop}`}
          aria-label={t("card.remove_bin", { name, number })}
          onClick={onRemove}
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}

export function ValueEditor({
  value,
  text,
  names,
  onEdit,
}: {
  value: ValueCard;
  text: string;
  names: Names;
  onEdit: Edit;
}) {
  const { t } = useTranslation("policy");
  return (
    <>
      <CardEditor card={value.card} at={["card"]} text={text} names={names} onEdit={onEdit} />
      <Section title={t("tiers")}>
        <Cuts
          bands={value.tiers.map(({ tier, label, below }) => ({ key: tier, label, below }))}
          at={["tiers"]}
          text={text}
          onEdit={onEdit}
          names={names}
        />
      </Section>
    </>
  );
}
