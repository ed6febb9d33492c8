/** Teaches JSX of React 19 the tag, with the attributes and events of its documentation. Types alone. */
import type { ClassAttributes, HTMLAttributes } from "react";
import type { DesertionStatsAttributes } from "./attributes.js";
import type { DesertionStats, DesertionStatsEvents } from "./element.js";

export type { DesertionStatsAttributes } from "./attributes.js";

/** React 19 listens to any event of a custom element by `on` and its name. */
type Listeners = {
  [Name in keyof DesertionStatsEvents as `on${Name}`]?:
    | ((event: DesertionStatsEvents[Name]) => void)
    | undefined;
};

export type DesertionStatsProps = ClassAttributes<DesertionStats> &
  Omit<HTMLAttributes<DesertionStats>, keyof DesertionStatsAttributes> &
  DesertionStatsAttributes &
  Listeners;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "desertion-stats": DesertionStatsProps;
    }
  }
}
