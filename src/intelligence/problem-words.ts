import { ruleWords } from '#inventory/pure';
import type { Language } from '#platform/browser/texts';

/** Rules that only records have; all others are those of the files of any step. */
const japanese: Readonly<Record<string, string>> = {
  'wrong-shape': '記載が書式の仕様と合いません',
  'answer-failed': '取得に失敗したときの応答で、脆弱性情報ではありません',
  'too-many-values': '値が多すぎます',
  'unknown-format': '読み込める脆弱性情報の書式ではありません',
};

/** Why something of an import could not be read, in the reader's language; the exact English words follow. */
export function problemWords(problem: { rule: string; message: string }, language: Language): string {
  const own = language === 'ja' ? japanese[problem.rule] : undefined;
  return own ? `${own} [${problem.message}]` : ruleWords(problem, language);
}
