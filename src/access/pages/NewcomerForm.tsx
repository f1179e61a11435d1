import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { ErrorSummary } from '#kit/ErrorSummary';
import { ChoiceField, Fields, FormActions, TextField } from '#kit/Field';
import { useLanguage, useText } from '#platform/browser/language';
import type { Locale } from '../model.ts';
import { NewPasswordField } from './PasswordField.tsx';
import { canUsePasskeys, makePasskey } from './passkey.ts';
import { type api, waysInQuery } from './queries.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';
import { detailOf, useRefusal } from './use-refusal.ts';

type Question = Awaited<ReturnType<typeof api.askFirstPasskey>>;
export type Newcomer = Omit<Parameters<typeof api.createAdministrator>[0], 'token'>;
type Who = { name: string; email: string };

/**
 * Who somebody new is and how they want to sign in, by passkey where the address allows it.
 * @param props.email  null when it is asked for
 */
export function NewcomerForm(props: {
  name: string;
  email: string | null;
  /** false for somebody who is here already */
  asksName: boolean;
  submit: string;
  ask: (who: Who) => Promise<Question>;
  accept: (newcomer: Newcomer) => Promise<unknown>;
  onDone: () => void;
}): ReactNode {
  const words = useText(signInText).newcomer;
  const refusal = useRefusal();
  const { language } = useLanguage();
  const passkeysWork = usePasskeysWork();
  const [who, setWho] = useState<Who>({ name: props.name, email: props.email ?? '' });
  const [chosen, setChosen] = useState<'passkey' | 'password' | null>(null);
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<{ field: string; message: string }[]>([]);
  const kind = chosen ?? (passkeysWork ? 'passkey' : 'password');

  const accept = useMutation({
    mutationFn: async () => {
      const common = { ...who, locale: language satisfies Locale };
      if (kind === 'password') return props.accept({ ...common, factor: { kind, password } });
      const passkey = await makePasskey(await props.ask(who));
      return props.accept({ ...common, factor: { kind, passkey, passkeyName: words.passkeyName } });
    },
    onSuccess: props.onDone,
  });
  const passwordError = detailOf(accept.error, 'field') === 'password' ? refusal(accept.error) : undefined;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = missing(who, kind === 'password' ? password : null, words);
        setErrors(found);
        if (found.length === 0) accept.mutate();
      }}
    >
      <Fields>
        <ErrorSummary errors={errors} />
        {accept.error && !passwordError ? (
          <p className={classes.failed} role="alert">
            {refusal(accept.error)}
          </p>
        ) : null}
        {props.asksName ? (
          <TextField
            name="name"
            label={words.name}
            autoComplete="name"
            value={who.name}
            onChange={(event) => setWho({ ...who, name: event.currentTarget.value })}
            error={errorOf('name')}
          />
        ) : null}
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          value={who.email}
          onChange={(event) => setWho({ ...who, email: event.currentTarget.value })}
          readOnly={props.email !== null}
          error={errorOf('email')}
        />
        {passkeysWork ? (
          <ChoiceField
            name="factor"
            label={words.how}
            value={kind}
            onChange={setChosen}
            options={[
              { value: 'passkey', label: words.byPasskey, hint: words.byPasskeyHint },
              { value: 'password', label: words.byPassword, hint: words.byPasswordHint },
            ]}
          />
        ) : null}
        {kind === 'password' ? (
          <NewPasswordField
            name="password"
            value={password}
            onChange={setPassword}
            error={passwordError ?? errorOf('password')}
          />
        ) : null}
      </Fields>
      <FormActions>
        <Button weight="main" type="submit" busy={accept.isPending}>
          {props.submit}
        </Button>
      </FormActions>
    </form>
  );
}

type Words = typeof signInText.en.newcomer;

function missing({ name, email }: Who, password: string | null, words: Words) {
  return [
    ...(name.trim() ? [] : [{ field: 'name', message: words.nameMissing }]),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? [] : [{ field: 'email', message: words.emailWrong }]),
    ...(password === '' ? [{ field: 'password', message: words.passwordMissing }] : []),
  ];
}

/** Whether a passkey can be made in this browser at this address. */
export function usePasskeysWork(): boolean {
  const passkeys = useQuery(waysInQuery).data?.passkeys;
  return (
    canUsePasskeys() && passkeys !== undefined && 'origins' in passkeys && passkeys.origins.includes(location.origin)
  );
}
