/** Lets through so many calls to D1, then fails all that follow, before or after they were done. */
export function killAt(
  call: number,
  when: "before" | "after",
  db: D1Database,
): { db: D1Database; calls: () => number } {
  let calls = 0;
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    calls += 1;
    if (calls > call || (calls === call && when === "before")) throw new Error("Killed.");
    const value = await work();
    if (calls === call) throw new Error("Killed.");
    return value;
  };
  const originals = new WeakMap<object, D1PreparedStatement>();
  const statement = (one: D1PreparedStatement): D1PreparedStatement => {
    const standIn = new Proxy(one, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        if (name === "bind") return (...values: unknown[]) => statement(target.bind(...values));
        return (...given: unknown[]) => guarded(() => Reflect.apply(member, target, given));
      },
    });
    originals.set(standIn, one);
    return standIn;
  };
  const standIn = new Proxy(db, {
    get(target, name) {
      if (name === "prepare") return (sql: string) => statement(target.prepare(sql));
      if (name === "batch")
        return (all: D1PreparedStatement[]) =>
          guarded(() => target.batch(all.map((one) => originals.get(one) ?? one)));
      return Reflect.get(target, name);
    },
  });
  return { db: standIn, calls: () => calls };
}
