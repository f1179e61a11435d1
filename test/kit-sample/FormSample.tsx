import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { ErrorSummary } from '#kit/ErrorSummary';
import { CheckField, ChoiceField, Fields, FormActions, SelectField, TextArea, TextField } from '#kit/Field';
import { FileDrop } from '#kit/FileDrop';
import { PageHead } from '#kit/PageHead';
import { PickField } from '#kit/PickField';

/** A form after it was submitted with mistakes. */
export function FormSample(): ReactNode {
  const [kind, setKind] = useState<'device' | 'app' | null>('device');
  const [owner, setOwner] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <PageHead title="製品を登録する" crumbs={[{ label: '製品', to: '/products' }]} />
      <ErrorSummary errors={[{ field: 'version', message: '版は「1.4.2」のように書いてください。' }]} />
      <Fields>
        <TextField name="name" label="機種の名前" hint="カタログと同じ書き方にします。" defaultValue="MC-220" />
        <TextField
          name="version"
          label="対象の版"
          hint="「1.4.2 以上、1.5.0 未満」のように書きます。"
          defaultValue="1.4.x から"
          error="「から」を読み取れません。「以上」と書いてください。"
        />
        <ChoiceField
          name="kind"
          label="種類"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'device', label: '機器', hint: '工場から出荷する物' },
            { value: 'app', label: 'アプリ' },
          ]}
        />
        <SelectField name="line" label="シリーズ" options={[{ value: 'camera', label: '家庭用カメラ' }]} />
        <PickField
          name="owner"
          label="主担当"
          optional
          options={[{ value: '1', label: '小野 真理', reading: 'おのまり' }]}
          value={owner}
          onChange={setOwner}
          nothing="この名前の担当はいません"
        />
        <TextArea name="note" label="メモ" optional />
        <FileDrop
          name="file"
          label="ファイル"
          hint="CSVまたはExcel、10 MBまで"
          kinds={['.csv', '.xlsx']}
          limitBytes={10_000_000}
          file={file}
          onFile={setFile}
        />
        <CheckField name="agree" label="この内容を部品の供給元に伝えることに同意します。" />
      </Fields>
      <FormActions>
        <Button weight="main">登録する</Button>
        <Button>やめる</Button>
        <Button weight="danger">取り消す</Button>
        <Button busy>取り込む</Button>
      </FormActions>
    </>
  );
}
