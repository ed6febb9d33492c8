/** Whether D1 answers at all. */
export function ping(db: D1Database): Promise<boolean> {
  return db
    .prepare("SELECT 1")
    .run()
    .then(
      ({ success }) => success,
      () => false,
    );
}
