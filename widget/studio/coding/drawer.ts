import type { Drawer, Letter } from "./outbox.ts";

const PREFIX = "coding-outbox";
const DESK = "coding-desk";

/** This window's own name among a coder's windows: a reload keeps it; a copy of the window gets another. */
export async function openDesk(): Promise<string> {
  const known = sessionStorage.getItem(DESK);
  if (known && (await hold(known))) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const desk = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  sessionStorage.setItem(DESK, desk);
  await hold(desk);
  return desk;
}

/**
 * Where a window keeps what is on its way.
 * @param coder label of the token: another one's letters are none of theirs
 */
export function openDrawer(coder: string, desk: string): Drawer {
  const key = `${PREFIX} ${desk} ${coder}`;
  return {
    read: () => listIn<Letter>(key),
    write: (letters) => {
      if (letters.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(letters));
    },
  };
}

/** Takes over what windows of the same coder left that are closed or crashed. It goes from there once it is here. */
export async function adoptLetters(
  coder: string,
  desk: string,
  take: (letter: Letter) => void,
): Promise<void> {
  for (const key of Object.keys(localStorage)) {
    const [prefix, other = "", ...label] = key.split(" ");
    if (prefix !== PREFIX || label.join(" ") !== coder || other === desk || !(await isClosed(other)))
      continue;
    for (const letter of listIn<Letter>(key)) take(letter);
    localStorage.removeItem(key);
  }
}

/** Where a coder keeps what the service didn't take, in whichever window. */
export function openShelf<Kept>(coder: string): { read(): Kept[]; write(kept: readonly Kept[]): void } {
  const key = `coding-refused ${coder}`;
  return {
    read: () => listIn<Kept>(key),
    write: (kept) => localStorage.setItem(key, JSON.stringify(kept)),
  };
}

function listIn<Item>(key: string): Item[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]") as Item[];
  } catch {
    return [];
  }
}

/** Holds a window's name for as long as the window lives. @returns false where another window has it */
function hold(desk: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(`${DESK} ${desk}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => {});
      })
      .catch(() => resolve(true));
  });
}

function isClosed(desk: string): Promise<boolean> {
  return navigator.locks.request(`${DESK} ${desk}`, { ifAvailable: true }, (lock) => lock !== null);
}
