import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Fields, FormActions, TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import { PasswordField } from './PasswordField.tsx';
import { api } from './queries.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';
import { useRefusal } from './use-refusal.ts';

/** Mail address and password; the fields keep what was typed when it was not right. */
export function PasswordSignIn(props: {
  /** Whether a passkey could be asked for above; then the password is the second choice. */
  weight: 'main' | 'plain';
  onDone: () => void;
  onSecondStep: (ticket: string) => void;
}): ReactNode {
  const words = useText(signInText);
  const refusal = useRefusal();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.signInWithPassword({ email: email.trim(), password }),
    onSuccess: ({ secondStep }) => (secondStep === null ? props.onDone() : props.onSecondStep(secondStep)),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Fields>
        {signIn.error ? (
          <p className={classes.failed} role="alert">
            {refusal(signIn.error)}
          </p>
        ) : null}
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="username webauthn"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
        />
        <PasswordField
          name="password"
          label={words.passwordOf}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
        />
      </Fields>
      <FormActions>
        <Button weight={props.weight} type="submit" size="large" busy={signIn.isPending}>
          {words.submit}
        </Button>
      </FormActions>
    </form>
  );
}
