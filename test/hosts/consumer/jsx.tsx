/** A publisher's React 19. It is compiled against the packed package, never run. */
import "desertion-stats";
import type { DesertionStats } from "desertion-stats";
import type { DesertionStatsProps } from "desertion-stats/react";
import { useRef } from "react";

export function Counter(props: Pick<DesertionStatsProps, "layout">) {
  const element = useRef<DesertionStats>(null);
  return (
    <desertion-stats
      ref={element}
      src="https://stats.example.org"
      offence="awol"
      as-of="2025-06-30"
      color-scheme="host"
      weeks={26}
      lang="uk"
      className="counter"
      layout={props.layout}
      ondesertion-stats-load={({ detail }) => console.log(detail.summary.text.number)}
    >
      <a href="https://stats.example.org/v1/figures">
        Russian soldiers convicted of disobeying orders or leaving their units
      </a>
    </desertion-stats>
  );
}

// @ts-expect-error no such layout
export const misshapen = <desertion-stats layout="banner" />;
// @ts-expect-error no such offence
export const misnamed = <desertion-stats offence="treason" />;
