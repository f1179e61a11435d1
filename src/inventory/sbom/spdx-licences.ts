import { kindOfLicence } from '#formats/spdx';
import { UniqueNames } from './unique-names.ts';

/** The licences of one SPDX document: what is no expression becomes a LicenseRef-… that the document explains. */
export class SpdxLicences {
  readonly #names = new UniqueNames(idOf);
  readonly #nameById = new Map<string, string>();

  /**
   * Several licences of a part as one expression, all of them holding, or null for none.
   * Where a list meant a choice, AND asks for too much and never for too little.
   */
  expressionOf(licences: readonly string[]): string | null {
    const expressions = [...new Set(licences)].map((text) => this.#expressionOf(text));
    if (expressions.length === 0) return null;
    const [only] = expressions;
    if (expressions.length === 1 && only !== undefined) return only;
    return expressions.map((expression) => (/\sOR\s/.test(expression) ? `(${expression})` : expression)).join(' AND ');
  }

  /** Every LicenseRef-… that has been used. */
  *list(): Generator<{ licenseId: string; name: string; extractedText: string }> {
    for (const [licenseId, name] of this.#nameById) {
      // The text itself is not known; the name is what there is.
      yield { licenseId, name, extractedText: name };
    }
  }

  #expressionOf(text: string): string {
    if (kindOfLicence(text) === 'name') {
      const id = this.#names.nameOf(text);
      this.#nameById.set(id, text);
      return id;
    }
    return text.replace(licenceRef, (written) => {
      const id = this.#names.nameOf(written);
      this.#nameById.set(id, written);
      return id;
    });
  }
}

const licenceRef = /LicenseRef-[A-Za-z0-9.-]+/g;

function idOf(text: string): string {
  const letters = text.replace(/^LicenseRef-/, '').replace(/[^A-Za-z0-9.-]+/g, '-');
  return `LicenseRef-${/[A-Za-z0-9]/.test(letters) ? letters : 'name'}`;
}
