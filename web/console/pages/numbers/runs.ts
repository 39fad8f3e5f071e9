// Runs of member numbers: six digits of year and province, six of the serial.

export interface Run {
  start: string;
  end: string;
}

const SERIAL = 1_000_000;

export function size({ start, end }: Run): number {
  return Number(end) - Number(start) + 1;
}

/** One after another out of what is free, `count` numbers each; undefined for whom no run is long enough any more. */
export function fill(
  free: Run[],
  people: number,
  count: number,
): (Run | undefined)[] {
  const left = free.map(({ start, end }) => ({ next: +start, last: +end }));
  return Array.from({ length: people }, () => {
    const run = left.find(({ next, last }) => last - next + 1 >= count);
    if (!run || count < 1) return undefined;
    const start = run.next;
    run.next += count;
    return { start: text(start), end: text(start + count - 1) };
  });
}

/** What is wrong with two ends, before the server is asked. */
export function fault({ start, end }: Run): string | undefined {
  if (!/^\d{12}$/.test(start) || !/^\d{12}$/.test(end))
    return "请填写 12 位数字的发展团员编号。";
  if (Math.floor(+start / SERIAL) !== Math.floor(+end / SERIAL))
    return "起止编号的前 6 位（年份和省份）必须相同。";
  return +start > +end ? "终止编号不能小于起始编号。" : undefined;
}

function text(number: number): string {
  return String(number).padStart(12, "0");
}
