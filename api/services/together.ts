/**
 * Does several things on one transaction that do not hang on one another, so that what one asks of the database is
 * worked on while another computes. Waits for all of them, also where one fails: nothing may be asked any more of a
 * transaction that has ended. Gives what they came to; throws what failed first.
 */
export async function together<T extends unknown[]>(...work: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const faults: unknown[] = [];
  const came = await Promise.all(
    work.map(async (each) => {
      try {
        return await each;
      } catch (fault) {
        faults.push(fault);
        return undefined;
      }
    }),
  );
  if (faults.length > 0) throw faults[0];
  return came as T;
}
