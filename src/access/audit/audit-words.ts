import { formatDay, formatInstant, todayInJapan } from '#platform/browser/calendar';
import type { Language } from '#platform/browser/texts';
import type { DeedsOf } from '../deeds.ts';
import type { AuditEntry } from '../model.ts';
import { text } from './words-text.ts';

type Actor = Pick<AuditEntry, 'actorKind' | 'actorName'>;

export type AuditWords = {
  value: (of: unknown) => string;
  field: (path: string[]) => string;
  /** A field with what is said of it. */
  named: (path: string[], said: string) => string;
  action: (action: string) => string;
  kind: (kind: string) => string;
  /** Who did it: a person's name, or that nobody did. */
  actor: (line: Actor) => string;
  /** In what way, where it was not a person at a page. */
  way: (line: Actor) => string | null;
  /** The same words, with names for ids. */
  withNames: (known: Readonly<Record<string, string>>) => AuditWords;
  /** The same words, for the fields of this action. */
  of: (action: string) => AuditWords;
};

/**
 * How the trail is said in one language: what no step has a word for is shown as it is written.
 * @param names  of things whose ids stand in a line
 */
export function auditWords(
  deedsOf: DeedsOf,
  language: Language,
  now: Temporal.Instant,
  names: Readonly<Record<string, string>> = {},
  deeds = deedsOf(language),
): AuditWords {
  const words = text[language];
  const today = todayInJapan(now);

  function value(of: unknown): string {
    if (of === null || of === undefined || of === '') return words.empty;
    if (typeof of === 'boolean') return of ? words.yes : words.no;
    if (Array.isArray(of)) return of.length === 0 ? words.empty : of.map(value).join(separatorOf(of));
    if (typeof of === 'object') return pairs(of);
    return typeof of === 'string' ? wordOf(of) : String(of);
  }

  const separatorOf = (list: unknown[]) => {
    if (typeof list[0] === 'object') return ' / ';
    return language === 'ja' ? '、' : ', ';
  };

  function wordOf(of: string): string {
    if (/^\d{4}-\d\d-\d\d$/.test(of)) return formatDay(Temporal.PlainDate.from(of), language, today);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(of)) return formatInstant(Temporal.Instant.from(of), language, now);
    return names[of] ?? deeds.values[of] ?? of;
  }

  function pairs(of: object): string {
    // In a list of things their own ids and what they have not would hide what they are.
    const told = Object.entries(of).filter(([key, one]) => key !== 'id' && one !== null && one !== '');
    return told.map(([key, one]) => named([key], value(one))).join(language === 'ja' ? '、' : ', ');
  }

  function named(path: string[], said: string): string {
    return `${field(path)}${language === 'ja' ? '：' : ': '}${said}`;
  }

  function field(path: string[]): string {
    return path.map((key) => deeds.fields[key] ?? key).join(' › ') || words.value;
  }

  return {
    value,
    field,
    named,
    action: (action) => deeds.actions[action] ?? action,
    kind: (kind) => deeds.subjects[kind] ?? kind,
    withNames: (known) => auditWords(deedsOf, language, now, known, deeds),
    of: (action) => auditWords(deedsOf, language, now, names, deedsOf(language, action)),
    actor: ({ actorKind, actorName }) => {
      if (actorKind === 'system') return words.machine;
      return actorName || words.somebody;
    },
    way: ({ actorKind, actorName }) => {
      if (actorKind === 'person') return null;
      if (actorKind !== 'system') return words.kinds[actorKind];
      return `${words.kinds.system} ${deeds.jobs[actorName] ?? actorName}`;
    },
  };
}
