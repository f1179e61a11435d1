import { JsonFault, type JsonRule } from './fault.ts';
import { aFrame, type Frame, pathOf, routeInto, setMember } from './frames.ts';
import type { JsonLimits, JsonRoute, JsonYield } from './route.ts';
import { numberShape, StringScan } from './strings.ts';
import { Window } from './window.ts';

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const QUOTE = 34;
const words: Record<number, [string, unknown]> = { 116: ['true', true], 102: ['false', false], 110: ['null', null] };

/** A JSON text that comes in pieces. Bytes in by `push`, values out in `ready`. */
export class JsonParser {
  readonly ready: JsonYield[] = [];
  #window = new Window();
  #frames: Frame[] = [];
  #expected: Expected = 'value';
  #strings = new StringScan((rule, message) => this.#fail(rule, message));
  #line = 1;
  #taken = 0;
  #values = 0;
  #route: JsonRoute;
  #limits: JsonLimits;

  constructor(route: JsonRoute, limits: JsonLimits) {
    this.#route = route;
    this.#limits = limits;
  }

  /** @throws JsonFault */
  push(chunk: Uint8Array): void {
    const isFirst = this.#taken === 0;
    this.#taken += chunk.length;
    const { bytes } = this.#limits;
    if (this.#taken > bytes) this.#fail('too-large', `Larger than ${bytes} bytes`, { limit: bytes });
    this.#window.append(chunk);
    if (isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) this.#window.position = 3;
    this.#run('more');
  }

  /** @throws JsonFault when the text ends early */
  end(): void {
    this.#run('last');
    if (this.#expected === 'nothing') return;
    if (this.#frames.length === 0) this.#fail('empty', 'There is no JSON here');
    this.#fail('truncated', 'The text ends early');
  }

  #run(piece: 'more' | 'last'): void {
    const window = this.#window;
    while (window.position < window.end) {
      const byte = window.bytes[window.position] as number;
      if (byte === 32 || byte === 9 || byte === 13) window.position++;
      else if (byte === 10) {
        window.position++;
        this.#line++;
      } else if (!this.#take(byte, piece)) return;
    }
  }

  /** One token; false when its end has not arrived. */
  #take(byte: number, piece: 'more' | 'last'): boolean {
    if (byte === QUOTE) return this.#takeString(piece);
    if (byte === 0x7b || byte === 0x5b) this.#open(byte === 0x5b);
    else if (byte === 0x7d || byte === 0x5d) this.#close(byte === 0x5d);
    else if (byte === 0x3a) this.#step('colon', 'value');
    else if (byte === 0x2c) this.#comma();
    else return this.#takeScalar(byte, piece);
    this.#window.position++;
    return true;
  }

  #takeString(piece: 'more' | 'last'): boolean {
    const isKey = this.#expected === 'key' || this.#expected === 'key-or-end';
    if (!isKey) this.#expectValue();
    const text = this.#strings.take(this.#window, isKey);
    if (text === null) return piece === 'last' ? this.#fail('truncated', 'The text ends within a string') : false;
    if (isKey) this.#key(text);
    else this.#scalar(text);
    return true;
  }

  #takeScalar(byte: number, piece: 'more' | 'last'): boolean {
    this.#expectValue();
    const { bytes, position, end } = this.#window;
    const word = words[byte];
    let stop = position;
    while (stop < end && isScalarByte(bytes[stop] as number) && stop - position < 400) stop++;
    if (stop === end && piece === 'more') return false;
    const text = String.fromCharCode(...bytes.subarray(position, stop));
    if (word ? word[0] !== text : !numberShape.test(text)) {
      const isCut = piece === 'last' && stop === end && word?.[0].startsWith(text);
      this.#fail(isCut ? 'truncated' : 'malformed', `${JSON.stringify(text || String.fromCharCode(byte))} is no value`);
    }
    this.#window.position = stop;
    this.#scalar(word ? word[1] : Number(text));
    return true;
  }

  #open(isArray: boolean): void {
    this.#expectValue();
    const parent = this.#frames.at(-1);
    const { depth } = this.#limits;
    if (this.#frames.length >= depth) this.#fail('too-deep', `Nested deeper than ${depth}`, { limit: depth });
    this.#count();
    this.#frames.push(aFrame(isArray, this.#line, parent ? routeInto(parent) : this.#route));
    this.#expected = isArray ? 'value-or-end' : 'key-or-end';
  }

  #close(isArray: boolean): void {
    const frame = this.#frames.at(-1);
    const mayEnd = ['value-or-end', 'key-or-end', 'comma-or-end'].includes(this.#expected);
    if (!frame || frame.isArray !== isArray || !mayEnd)
      this.#fail('malformed', `${isArray ? ']' : '}'} is not expected`);
    this.#frames.pop();
    this.#put(frame.value, frame.route, frame.line);
  }

  #scalar(value: unknown): void {
    const parent = this.#frames.at(-1);
    this.#count();
    this.#put(value, parent ? routeInto(parent) : this.#route, this.#line);
  }

  #put(value: unknown, route: JsonRoute | undefined, line: number): void {
    const parent = this.#frames.at(-1);
    if (!parent || route?.yields) {
      this.ready.push({ name: route?.yields ?? 'document', value, path: pathOf(this.#frames), line });
      this.#values = 0;
    } else if (parent.value && !route?.skip) {
      if (parent.isArray) (parent.value as unknown[]).push(value);
      else setMember(parent.value as Record<string, unknown>, parent.key, value);
    }
    this.#expected = parent ? 'comma-or-end' : 'nothing';
  }

  #key(key: string): void {
    const frame = this.#frames.at(-1) as Frame;
    frame.key = key;
    const stands = frame.keys ? frame.keys.has(key) : Object.hasOwn(frame.value ?? {}, key);
    if (stands)
      this.#fail('duplicate-key', `The key ${JSON.stringify(key.slice(0, 80))} stands twice`, {
        key: key.slice(0, 80),
      });
    frame.keys?.add(key);
    this.#count();
    this.#expected = 'colon';
  }

  #comma(): void {
    const frame = this.#frames.at(-1);
    if (!frame || this.#expected !== 'comma-or-end') this.#fail('malformed', 'A comma is not expected');
    frame.index++;
    this.#expected = frame.isArray ? 'value' : 'key';
  }

  #step(from: Expected, to: Expected): void {
    if (this.#expected !== from) this.#fail('malformed', 'A colon is not expected');
    this.#expected = to;
  }

  #expectValue(): void {
    if (this.#expected === 'value' || this.#expected === 'value-or-end') return;
    this.#fail('malformed', this.#expected === 'nothing' ? 'Something follows the end' : 'A value is not expected');
  }

  #count(): void {
    const { values } = this.#limits;
    if (++this.#values > values)
      this.#fail('too-many-values', `More than ${values} values in one part`, { limit: values });
  }

  #fail(rule: JsonRule, message: string, details: Record<string, string | number> = {}): never {
    throw new JsonFault(rule, message, { path: pathOf(this.#frames), line: this.#line }, details);
  }
}

// Letters, digits, sign, point: whatever a number or a word could be made of.
const isScalarByte = (byte: number) =>
  (byte >= 48 && byte <= 57) ||
  (byte >= 97 && byte <= 122) ||
  (byte >= 65 && byte <= 90) ||
  byte === 43 ||
  byte === 45 ||
  byte === 46;
