import type { CdxRule } from './fault.ts';
import type { XmlNode } from './xml-tree.ts';

/** Tells what the JSON form cannot show: a child that stands twice, a mixture that only XML can write. */
export type Tell = (node: XmlNode, rule: CdxRule, message: string) => void;
type Bag = Record<string, unknown>;

/** Turns elements into the members that the JSON form has, so that one table of rules judges both. */
export class FromXml {
  /** The line of every object that was made. */
  readonly lineOf = new WeakMap<object, number>();
  /** Since 1.7 expressions and licences may stand side by side. */
  mayMixLicences = false;
  #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  component = (node: XmlNode): Bag =>
    this.#bag(node, {
      type: node.attributes.type,
      'bom-ref': node.attributes['bom-ref'],
      'mime-type': node.attributes['mime-type'],
      ...this.#texts(node, ['author', 'publisher', 'group', 'name', 'version', 'description', 'scope', 'purl', 'cpe']),
      supplier: this.#child(node, 'supplier', this.#entity),
      manufacturer: this.#child(node, 'manufacturer', this.#entity),
      hashes: this.#items(node, 'hashes', 'hash', this.#hash),
      licenses: this.#child(node, 'licenses', this.#licences),
      swid: this.#child(node, 'swid', this.#swid),
      pedigree: this.#child(node, 'pedigree', this.#pedigree),
      externalReferences: this.#items(node, 'externalReferences', 'reference', this.#reference),
      evidence: this.#child(node, 'evidence', this.#evidence),
      components: this.#items(node, 'components', 'component', this.component),
    });

  service = (node: XmlNode): Bag =>
    this.#bag(node, {
      'bom-ref': node.attributes['bom-ref'],
      ...this.#texts(node, ['name', 'version']),
      provider: this.#child(node, 'provider', this.#entity),
      data: this.#items(node, 'data', 'classification', (flow) =>
        this.#bag(flow, { flow: flow.attributes.flow, classification: flow.text.trim() }),
      ),
      licenses: this.#child(node, 'licenses', this.#licences),
    });

  dependency = (node: XmlNode): Bag =>
    this.#bag(node, {
      ref: node.attributes.ref,
      dependsOn: node.children.filter(({ name }) => name === 'dependency').map((child) => child.attributes.ref),
      provides: node.children.filter(({ name }) => name === 'provides').map((child) => child.attributes.ref),
    });

  metadata = (node: XmlNode): Bag => {
    const tools = this.#one(node, 'tools');
    const isObject = tools?.children.some(({ name }) => name === 'components' || name === 'services');
    return this.#bag(node, {
      ...this.#texts(node, ['timestamp']),
      authors: this.#items(node, 'authors', 'author', (author) =>
        this.#bag(author, this.#texts(author, ['name', 'email'])),
      ),
      manufacture: this.#child(node, 'manufacture', this.#entity),
      manufacturer: this.#child(node, 'manufacturer', this.#entity),
      supplier: this.#child(node, 'supplier', this.#entity),
      licenses: this.#child(node, 'licenses', this.#licences),
      tools: isObject
        ? {
            components: this.#items(tools as XmlNode, 'components', 'component', this.component),
            services: this.#items(tools as XmlNode, 'services', 'service', this.service),
          }
        : tools?.children.map((tool) => this.#bag(tool, this.#texts(tool, ['vendor', 'name', 'version']))),
    });
  };

  vulnerability = (node: XmlNode): Bag =>
    this.#bag(node, {
      'bom-ref': node.attributes['bom-ref'],
      ...this.#texts(node, ['id', 'recommendation', 'workaround', 'created', 'published', 'updated']),
      references: this.#items(node, 'references', 'reference', (reference) =>
        this.#bag(reference, this.#texts(reference, ['id'])),
      ),
      properties: this.#items(node, 'properties', 'property', ({ attributes, text }) => ({
        ...{ name: attributes.name, value: text },
      })),
      analysis: this.#child(node, 'analysis', (analysis) =>
        this.#bag(analysis, {
          ...this.#texts(analysis, ['state', 'justification', 'detail', 'firstIssued', 'lastUpdated']),
          response: this.#items(analysis, 'responses', 'response', ({ text }) => text.trim()),
        }),
      ),
      affects: this.#items(node, 'affects', 'target', (target) =>
        this.#bag(target, {
          ...this.#texts(target, ['ref']),
          versions: this.#items(target, 'versions', 'version', (version) =>
            this.#bag(version, this.#texts(version, ['version', 'range', 'status'])),
          ),
        }),
      ),
    });

  #entity = (node: XmlNode): Bag => this.#bag(node, this.#texts(node, ['name']));

  #hash = (node: XmlNode): Bag => this.#bag(node, { alg: node.attributes.alg, content: node.text.trim() });

  #reference = (node: XmlNode): Bag => this.#bag(node, { type: node.attributes.type, ...this.#texts(node, ['url']) });

  #swid = (node: XmlNode): Bag =>
    this.#bag(node, { ...node.attributes, text: this.#child(node, 'text', this.#attachment) });

  #attachment = (node: XmlNode): Bag =>
    this.#bag(node, {
      content: node.text,
      contentType: node.attributes['content-type'],
      encoding: node.attributes.encoding,
    });

  #licences = (node: XmlNode): Bag[] => {
    const expressions = node.children.filter(({ name }) => name === 'expression').length;
    if (!this.mayMixLicences && expressions > 0 && node.children.length > 1) {
      this.#tell(node, 'licence-choice', 'an expression stands alone, or there are licences');
    }
    return node.children.map((child) =>
      child.name === 'license'
        ? this.#bag(child, { license: this.#licence(child) })
        : this.#bag(child, { expression: child.name === 'expression' ? child.text.trim() : undefined }),
    );
  };

  #licence = (node: XmlNode): Bag =>
    this.#bag(node, { ...this.#texts(node, ['id', 'name', 'url']), text: this.#child(node, 'text', this.#attachment) });

  #pedigree = (node: XmlNode): Bag =>
    this.#bag(node, {
      ancestors: this.#items(node, 'ancestors', 'component', this.component),
      descendants: this.#items(node, 'descendants', 'component', this.component),
      variants: this.#items(node, 'variants', 'component', this.component),
      patches: this.#items(node, 'patches', 'patch', (patch) =>
        this.#bag(patch, {
          type: patch.attributes.type,
          resolves: this.#items(patch, 'resolves', 'issue', (issue) =>
            this.#bag(issue, { type: issue.attributes.type, ...this.#texts(issue, ['id', 'name']) }),
          ),
        }),
      ),
    });

  #evidence = (node: XmlNode): Bag => ({
    identity: node.children
      .filter(({ name }) => name === 'identity')
      .map((identity) => this.#bag(identity, this.#texts(identity, ['field', 'concludedValue']))),
  });

  #bag(node: XmlNode, members: Bag): Bag {
    const bag = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
    this.lineOf.set(bag, node.line);
    return bag;
  }

  #one(node: XmlNode, name: string): XmlNode | undefined {
    const found = node.children.filter((child) => child.name === name);
    if (found[1]) this.#tell(found[1], 'repeated', `"${name}" may stand once`);
    return found[0];
  }

  #child<T>(node: XmlNode, name: string, turn: (child: XmlNode) => T): T | undefined {
    const child = this.#one(node, name);
    return child && turn(child);
  }

  #items<T>(node: XmlNode, name: string, item: string, turn: (child: XmlNode) => T): T[] | undefined {
    return this.#child(node, name, ({ children }) => children.filter((child) => child.name === item).map(turn));
  }

  #texts(node: XmlNode, names: readonly string[]): Bag {
    return Object.fromEntries(names.map((name) => [name, this.#child(node, name, ({ text }) => text.trim())]));
  }
}
