import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, FormActions } from '#kit/Field';
import { Problem } from '#kit/Problem';
import type { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { changedNames } from '../refusal-words.ts';
import { useChanged } from '../use-changed.ts';
import type { ManyWords } from './many-text.ts';
import classes from './together.module.css';

type Counted = { changed: number; same: number; foreign: { count: number; names: string[] } };

/** The window in which many things get one fact: how many, the fields, what it would change, and the button that does it. */
export function ManyForm(props: {
  title: string;
  words: ManyWords;
  count: number;
  form: Pick<ReturnType<typeof useSubmit>, 'submit' | 'refused' | 'busy'>;
  say: (thrown: unknown) => string;
  /** What it would change; undefined while that is being counted. */
  effect: Counted | undefined;
  disabled: boolean;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { words, form, effect } = props;
  return (
    <Dialog title={props.title} opened onClose={props.onClose}>
      <form onSubmit={form.submit} noValidate>
        {form.refused ? <Problem what={props.say(form.refused)} id={problemOf(form.refused)?.requestId} /> : null}
        <Fields>
          <p>{words.of(props.count)}</p>
          {props.children}
        </Fields>
        <FormActions>
          <Button type="submit" weight="main" busy={form.busy} disabled={props.disabled}>
            {words.submit(effect?.changed ?? props.count)}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
}

/** What would change, and what stands in its way; as `children` what else there is to say of it. */
export function Effect(props: { of: Counted | undefined; words: ManyWords; children?: ReactNode }): ReactNode {
  const { of, words, children } = props;
  return (
    <div className={classes.effect} role="status">
      <p>{of ? (of.changed === 0 ? words.nothing : words.effect(of.changed, of.same)) : words.counting}</p>
      {of && of.foreign.count > 0 ? (
        <p className={classes.alert}>{words.foreign(of.foreign.names, of.foreign.count)}</p>
      ) : null}
      {children}
    </div>
  );
}

/** Takes a change of many back from its toast; where that cannot be, another says why. */
export function useTakingBack(
  undo: (change: { id: string }) => Promise<unknown>,
  words: ManyWords,
  say: (thrown: unknown) => string,
): (id: string) => Promise<void> {
  const toast = useToast();
  const changed = useChanged();
  return async (id) => {
    try {
      await undo({ id });
      await changed();
    } catch (thrown) {
      const since = changedNames(thrown);
      toast(since ? words.changedSince(since.names, since.count) : say(thrown));
    }
  };
}
