import { D1_PATIENCE_MS, KV_WRITE_PATIENCE_MS } from "../config.ts";
import { explain } from "./spoilt.ts";
import { within } from "./within.ts";

type Stores = Pick<Env, "DB" | "EDITIONS">;

/** The same bindings; what D1 and KV are asked through them gives a value, or fails, in bounded time and explained. */
export function patient<Bindings extends Stores>(env: Bindings): Bindings {
  return {
    ...env,
    DB: endingWaits(env.DB, D1_PATIENCE_MS),
    EDITIONS: endingWaits(env.EDITIONS, KV_WRITE_PATIENCE_MS),
  };
}

/** What stands behind each stand-in: D1 takes a batch of its own statements alone. */
const originals = new WeakMap<object, object>();

/** Stands in for a binding, and for the statements that it prepares. */
function endingWaits<Store extends object>(store: Store, ms: number): Store {
  if (originals.has(store)) return store;
  const standIn = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        const answer: unknown = Reflect.apply(member, target, given.map(original));
        if (answer instanceof Promise) return within(ms, answer.catch(explain));
        return typeof answer === "object" && answer !== null ? endingWaits(answer, ms) : answer;
      };
    },
  });
  originals.set(standIn, store);
  return standIn;
}

function original(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(original);
  return (typeof given === "object" && given !== null && originals.get(given)) || given;
}
