import type { SeriesBody } from "../../worker/contract/series.ts";

type Kind = (value: unknown) => unknown;

/** The element's kinds of values (widget/stats/kinds.ts). */
export interface Kinds {
  list(kind: Kind, most: number): Kind;
  fields(kinds: Readonly<Record<string, Kind>>, others?: Kind): Kind;
  long: Kind;
  short: Kind;
  count: Kind;
  range: Kind;
  day: Kind;
  lang: Kind;
}

/** As many as the service gives of one series. */
const MOST_POINTS = 10_000;

/**
 * Of a series what the panel understands, bounded.
 *
 * @throws TypeError where it isn't a series at all
 */
export function understoodBy({
  list,
  fields,
  long,
  short,
  count,
  range,
  day,
  lang,
}: Kinds): (body: unknown) => SeriesBody {
  const names = fields({}, short);
  const point = fields({
    label: short,
    period: fields({ start: day, end: day }),
    key: (key) => key && short(key),
    value: count,
    known: count,
    qualifier: short,
    expected: range,
  });
  const text = fields(
    {
      lang,
      keys: names,
      history: fields({ by: names, granularity: names, range: names }, long),
    },
    long,
  );
  const series = fields({ points: list(point, MOST_POINTS), text });
  return (body) => {
    const { points } = body as SeriesBody;
    const understood = series(body) as SeriesBody;
    if (understood.points.length !== points.length) throw new TypeError("No series.");
    return understood;
  };
}
