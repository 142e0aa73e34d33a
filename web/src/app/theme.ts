/** The look: white ground, hairlines, neutral greys, near-black primary. Colour means risk and nothing else. */
import type { ThemeConfig } from "antd";

export const INK = "#18181b";
const GREY = { 50: "#fafafa", 100: "#f4f4f5", 200: "#e7e7ea", 300: "#d4d4d8", 500: "#6b6b74", 600: "#52525b" };

/** From good to grave; the only palette. `fill` is for bars and charts, `text` on `ground` for words (contrast ≥ 7). */
export const RISK = {
  low: { fill: "#7fb394", ground: "#eef7f1", text: "#17603a" },
  medium: { fill: "#e0b252", ground: "#fdf5e2", text: "#7a4d05" },
  high: { fill: "#cf5f56", ground: "#fdf0ef", text: "#9b1c1c" },
  critical: { fill: "#a32b2b", ground: "#fbe3e1", text: "#7f1313" },
  unrated: { fill: "#c4c4ca", ground: "#f4f4f5", text: "#52525b" },
} as const;
export type Risk = keyof typeof RISK;

export const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", Arial, sans-serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: INK,
    colorInfo: INK,
    colorLink: INK,
    colorLinkHover: GREY[600],
    colorLinkActive: INK,
    colorSuccess: RISK.low.text,
    colorWarning: RISK.medium.text,
    colorError: RISK.high.text,
    colorTextBase: INK,
    colorText: INK,
    colorTextSecondary: GREY[600],
    colorTextTertiary: GREY[500],
    colorTextPlaceholder: GREY[500],
    colorTextDescription: GREY[500],
    colorBorder: GREY[300],
    colorBorderSecondary: GREY[200],
    colorSplit: GREY[200],
    colorBgLayout: "#ffffff",
    colorBgMask: "rgba(24, 24, 27, 0.28)",
    colorFillTertiary: GREY[100],
    colorFillQuaternary: GREY[50],
    borderRadius: 6,
    borderRadiusLG: 8,
    fontSize: 14,
    fontFamily: FONT,
    controlHeight: 32,
    controlHeightLG: 44,
    controlOutline: "rgba(24, 24, 27, 0.14)",
    controlItemBgActive: GREY[100],
    controlItemBgActiveHover: GREY[200],
    boxShadow: "0 4px 16px rgba(24, 24, 27, 0.10)",
    boxShadowSecondary: "0 4px 16px rgba(24, 24, 27, 0.10)",
    motionDurationMid: "0.1s",
    motionDurationSlow: "0.15s",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 400 },
    Table: { headerBg: "#ffffff", headerColor: GREY[600], headerSplitColor: "transparent", cellPaddingBlockSM: 6 },
    Tabs: { inkBarColor: INK, itemSelectedColor: INK, itemHoverColor: INK, horizontalMargin: "0 0 16px" },
    Select: { optionSelectedFontWeight: 400, optionSelectedBg: GREY[100] },
    Segmented: { itemSelectedBg: "#ffffff", trackBg: GREY[100] },
    Form: { verticalLabelPadding: "0 0 4px", itemMarginBottom: 18 },
    Modal: { titleFontSize: 16 },
    Drawer: { paddingLG: 20 },
    Tooltip: { colorBgSpotlight: INK },
  },
};
