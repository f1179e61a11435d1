import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Fields, FormActions, TextField } from '#kit/Field';
import { PageHead } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { api } from './queries.ts';
import { signInText } from './sign-in-text.ts';
import { detailOf, useRefusal } from './use-refusal.ts';

/** The second step after a password: a code of the app, or a recovery code. */
export function CodeStep(props: { ticket: string; onDone: () => void; onBack: () => void }): ReactNode {
  const words = useText(signInText).code;
  const refusal = useRefusal();
  const [code, setCode] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.signInWithCode({ ticket: props.ticket, code }),
    onSuccess: props.onDone,
  });
  const isOver = detailOf(signIn.error, 'reason') === 'step-gone';
  return (
    <>
      <PageHead title={words.title} answer={words.answer} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Fields>
          <TextField
            name="code"
            label={words.label}
            hint={words.hint}
            autoComplete="one-time-code"
            inputMode="text"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            required
            autoFocus
            error={signIn.error ? refusal(signIn.error) : undefined}
          />
        </Fields>
        <FormActions>
          <Button weight="main" type="submit" busy={signIn.isPending} disabled={isOver}>
            {words.submit}
          </Button>
          <Button onClick={props.onBack}>{words.back}</Button>
        </FormActions>
      </form>
    </>
  );
}
