/** Up to `width` keys side by side, the items of one key one after the other, in order. `work` answers false to stop its key. */
export async function inKeyOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  width: number,
  work: (item: T) => Promise<boolean>,
): Promise<void> {
  const keys = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = keys.get(key);
    if (list) list.push(item);
    else keys.set(key, [item]);
  }
  const queues = [...keys.values()];
  const lane = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const item of queue) if (!(await work(item))) break;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, queues.length) }, lane));
}
