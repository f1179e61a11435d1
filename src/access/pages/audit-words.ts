import { formatDay, formatInstant, todayInJapan } from '#platform/browser/calendar';
import type { Language } from '#platform/browser/texts';
import type { Deeds } from '../deeds.ts';
import type { AuditEntry } from '../model.ts';
import { text } from './audit-text.ts';

/** How the trail is said in one language: what no step has a word for is shown as it is written. */
export function auditWords(deeds: Deeds, language: Language, now: Temporal.Instant) {
  const words = text[language];
  const today = todayInJapan(now);

  function value(of: unknown): string {
    if (of === null || of === undefined || of === '') return words.empty;
    if (typeof of === 'boolean') return of ? words.yes : words.no;
    if (Array.isArray(of)) return of.length === 0 ? words.empty : of.map(value).join(language === 'ja' ? '、' : ', ');
    if (typeof of === 'object') return pairs(of);
    return typeof of === 'string' ? wordOf(of) : String(of);
  }

  function wordOf(of: string): string {
    if (/^\d{4}-\d\d-\d\d$/.test(of)) return formatDay(Temporal.PlainDate.from(of), language, today);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(of)) return formatInstant(Temporal.Instant.from(of), language, now);
    return deeds.values[of] ?? of;
  }

  function pairs(of: object): string {
    const all = Object.entries(of).map(([key, one]) => `${field([key])}: ${value(one)}`);
    return all.join(language === 'ja' ? '、' : ', ');
  }

  function field(path: string[]): string {
    return path.map((key) => deeds.fields[key] ?? key).join(' › ') || words.value;
  }

  return {
    value,
    field,
    action: (action: string) => deeds.actions[action] ?? action,
    kind: (kind: string) => deeds.subjects[kind] ?? kind,
    /** Who did it: a person's name, or that nobody did. */
    actor: ({ actorKind, actorName }: Pick<AuditEntry, 'actorKind' | 'actorName'>) => {
      if (actorKind === 'system') return words.machine;
      return actorName || words.somebody;
    },
    /** In what way, where it was not a person at a page. */
    way: ({ actorKind, actorName }: Pick<AuditEntry, 'actorKind' | 'actorName'>) => {
      if (actorKind === 'person') return null;
      return actorKind === 'system' ? `${words.kinds.system} ${actorName}` : words.kinds[actorKind];
    },
  };
}

export type AuditWords = ReturnType<typeof auditWords>;
