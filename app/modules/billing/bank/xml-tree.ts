/**
 * XML from outside, as a tree in which every element is a list. Nothing is expanded: a text with a document type or entities of its own
 * is turned away before it is parsed, and only the five entities that XML has of itself are read.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ok, refuse, type Result } from '~/lib/result';

export interface XmlElement {
  readonly [name: string]: readonly XmlElement[] | string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  removeNSPrefix: true,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

export function parseXml(text: string): Result<XmlElement, { code: 'unsafe_xml' } | { code: 'malformed_xml' }> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuse({ code: 'unsafe_xml' });
  try {
    return XMLValidator.validate(text) === true ? ok(parser.parse(text) as XmlElement) : refuse({ code: 'malformed_xml' });
  } catch {
    // The parser is stricter than the validator in places.
    return refuse({ code: 'malformed_xml' });
  }
}

/** All elements at the end of a path of names. */
export function elementsAt(from: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>((elements, name) => elements.flatMap((element) => childrenOf(element, name)), [from]);
}

/** The text of the first element at the end of a path; null where there is none, or nothing in it. */
export function textAt(from: XmlElement, ...path: readonly string[]): string | null {
  const [first] = elementsAt(from, ...path);
  return first ? textOf(first) : null;
}

export function textOf(element: XmlElement): string | null {
  const text = element['#text'];
  return typeof text === 'string' && text.trim() !== '' ? decoded(text.trim()) : null;
}

export function attributeOf(element: XmlElement, name: string): string | null {
  const value = element[`@${name}`];
  return typeof value === 'string' ? value : null;
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  const children = Object.hasOwn(element, name) ? element[name] : undefined;
  return typeof children === 'object' ? children : [];
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

function decoded(raw: string): string {
  return raw.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}
