import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '#kit/Chip';
import { ChoiceField } from '#kit/Field';
import { TagsField } from '#kit/TagsField';
import { fold } from '#platform/browser/fold';
import { useText } from '#platform/browser/language';
import { text as inventoryText } from '../kind-text.ts';
import { type Answer, answers } from '../model.ts';
import { wellKnownTags } from '../well-known-tags.ts';
import type { Draft } from './model-draft.ts';
import classes from './products.module.css';
import { tagNamesQuery } from './tag-queries.ts';
import { text } from './text.ts';

type Part = { draft: Draft; set: (patch: Partial<Draft>) => void };

/** Whether a failure can harm people: asked of everything, because it decides how fast we act. */
export function SafetyChoice({ draft, set }: Part): ReactNode {
  const words = useText(text).form;
  const says = useText(inventoryText).safeties;
  return (
    <ChoiceField
      label={words.safety}
      hint={words.safetyHint}
      name="safety"
      options={answers.map((answer) => ({ value: answer, label: says[answer] }))}
      value={draft.safety}
      onChange={(safety) => set({ safety })}
    />
  );
}

/** The technologies that it speaks, offered from the company's list and from what is well known. */
export function TagsChoice({ draft, set }: Part): ReactNode {
  const words = useText(text).form;
  return (
    <TagsField
      label={words.tags}
      hint={words.tagsHint}
      optional
      name="tags"
      value={draft.tags}
      onChange={(tags) => set({ tags })}
      suggestions={useSuggestedTags()}
      between={[',', '、', ';']}
      maxLength={60}
    />
  );
}

/** The company's tags before those that are well known, each once. */
export function useSuggestedTags(): string[] {
  const own = useQuery(tagNamesQuery).data ?? [];
  const folded = new Set(own.map(fold));
  return [...own, ...wellKnownTags.filter((name) => !folded.has(fold(name)))];
}

/** The mark of a model whose failure can harm people: a fact, not an alarm. */
export function SafetyMark({ safety }: { safety: Answer }): ReactNode {
  const { model: words } = useText(text);
  return safety === 'yes' ? <Chip icon="safety">{words.safetyMark}</Chip> : null;
}

/** Tags as links to everything that carries them. */
export function TagLinks({ tags }: { tags: string[] }): ReactNode {
  return (
    <span className={classes.links}>
      {tags.map((tag) => (
        <Link key={tag} to="/products" search={{ tag } as never}>
          {tag}
        </Link>
      ))}
    </span>
  );
}
