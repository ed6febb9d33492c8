import { sendCoding, undoCoding } from "../service/coding.ts";
import { mayHaveArrived } from "../service/refusal.ts";
import { adoptLetters, openDesk, openDrawer, openShelf } from "./drawer.ts";
import { type Letter, Outbox, type Taken } from "./outbox.ts";
import { whyRefused } from "./why-refused.ts";

export interface Refused {
  letter: Letter;
  why: string;
}

/** Who is told of what becomes of the letters, while the view is open. */
export interface Hearer {
  told(letter: Letter, taken: Exclude<Taken, { how: "later" }>): void;
  changed(): void;
}

/** What a coder has in this window, whichever view is open: its name among windows, what is on its way, what was refused. */
export interface Station {
  desk: string;
  outbox: Outbox;
  readonly refused: readonly Refused[];
  /** They stay until the coder puts them away, through any reload. */
  keepRefused(refused: readonly Refused[]): void;
  /** Takes over what other windows of the coder left that are closed. */
  adopt(): Promise<void>;
  hearer: Hearer | null;
}

const stations = new Map<string, Promise<Station>>();

/** The same one as often as the view is opened: two of them would write over each other's letters. */
export function stationOf(coder: string): Promise<Station> {
  const known = stations.get(coder) ?? openStation(coder);
  stations.set(coder, known);
  return known;
}

async function openStation(coder: string): Promise<Station> {
  const desk = await openDesk();
  const outbox = new Outbox(openDrawer(coder, desk), {
    send: (letter) => send(desk, letter),
    told: (letter, taken) => {
      if (taken.how === "refused") station.keepRefused([...station.refused, { letter, why: taken.why }]);
      station.hearer?.told(letter, taken);
    },
    changed: () => station.hearer?.changed(),
  });
  const take = ({ kind, one, values }: Letter) => outbox.put({ kind, one, values });
  const shelf = openShelf<Refused>(coder);
  const station: Station = {
    desk,
    outbox,
    get refused() {
      return shelf.read();
    },
    keepRefused: shelf.write,
    adopt: () => adoptLetters(coder, desk, take),
    hearer: null,
  };
  addEventListener("online", outbox.send);
  return station;
}

async function send(desk: string, { kind, one, values }: Letter): Promise<Taken> {
  const answer = kind === "code" ? await sendCoding(desk, one, values) : await undoCoding(desk, one);
  if (!answer.ok) {
    // Whoever has to sign in again goes on with what lies here.
    const again = mayHaveArrived(answer) || [401, 403, 408, 429].includes(answer.status);
    return again ? { how: "later" } : { how: "refused", why: whyRefused(answer) };
  }
  return "case" in answer.body
    ? { how: "taken", again: answer.body.case }
    : { how: "taken", round: answer.body.round };
}
