/** Numbers of 32 bits that grow. */
export type Column = { numbers: Uint32Array; count: number };

export const column = (room = 16): Column => ({ numbers: new Uint32Array(room), count: 0 });

export function push(into: Column, number: number): void {
  if (into.count === into.numbers.length) {
    const larger = new Uint32Array(into.count * 2);
    larger.set(into.numbers);
    into.numbers = larger;
  }
  into.numbers[into.count] = number;
  into.count += 1;
}

export const filled = ({ numbers, count }: Column): Uint32Array => numbers.subarray(0, count);
