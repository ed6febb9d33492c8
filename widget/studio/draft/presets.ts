import { ThemeStyle } from "../../../worker/contract/theme.ts";

const LIGHT = { ink: "#161616", muted: "#5b5b5b", surface: "#fffdf9", accent: "#b01e28", border: "#d3d0cb" };
const DARK = { ink: "#f1efeb", muted: "#aba8a2", surface: "#171614", accent: "#f2695f", border: "#45433f" };

const preset = (style: Parameters<typeof ThemeStyle.parse>[0] & object) =>
  ThemeStyle.parse({ light: LIGHT, dark: DARK, ...style });

export const PRESETS = ["press", "broadsheet", "night", "plain", "large"] as const;
export type Preset = (typeof PRESETS)[number];

/** Where an editor can begin. Each passes AA in both schemes. */
export const PRESET_STYLES: Readonly<Record<Preset, ThemeStyle>> = {
  press: preset({ name: "Press" }),
  broadsheet: preset({
    name: "Broadsheet",
    light: { ink: "#1d1a16", muted: "#5f574c", surface: "#fbf6ea", accent: "#7c2d12", border: "#d8cdb8" },
    dark: { ink: "#f3ead9", muted: "#b5a892", surface: "#1c1813", accent: "#e08a5f", border: "#4a4134" },
    font: ["Iowan Old Style", "Charter", "Georgia"],
    density: "airy",
  }),
  night: preset({
    name: "Night",
    light: { ink: "#101828", muted: "#4b5565", surface: "#ffffff", accent: "#0b63ce", border: "#d0d5dd" },
    dark: { ink: "#f2f4f7", muted: "#98a2b3", surface: "#0c111d", accent: "#53a7ff", border: "#333c4d" },
    font: ["Helvetica Neue", "Arial"],
    radius: 6,
  }),
  plain: preset({
    name: "Plain",
    light: { ink: "#000000", muted: "#555555", surface: "#ffffff", accent: "#000000", border: "#cccccc" },
    dark: { ink: "#ffffff", muted: "#b0b0b0", surface: "#000000", accent: "#ffffff", border: "#4d4d4d" },
    density: "compact",
    chart: "bars",
  }),
  large: preset({
    name: "Large figure",
    light: { ink: "#161616", muted: "#5b5b5b", surface: "#fff4d6", accent: "#8a4b00", border: "#dcc78f" },
    dark: { ink: "#fff1cf", muted: "#c2ae7f", surface: "#231b08", accent: "#f2b84b", border: "#554722" },
    number_size: 6,
    radius: 2,
  }),
};
