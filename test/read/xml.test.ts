/** XML as tags and texts: what is handed on, and that nothing is guessed where it is not well formed. */
import { describe, expect, it } from 'vitest';
import { attribute, digits, scanXml } from '../../src/read/xml.ts';
import { ZipError } from '../../src/read/zip.ts';

/** `<name attributes>`, `</name>` and texts in quotes; or what is wrong. */
function see(source: string | Uint8Array): string {
  const seen: string[] = [];
  try {
    scanXml(typeof source === 'string' ? new TextEncoder().encode(source) : source, {
      open: (name, attributes) => seen.push(`<${name}${attributes}>`),
      close: (name) => seen.push(`</${name}>`),
      text: (text) => seen.push(`"${text}"`),
    });
  } catch (error) {
    expect(error).toBeInstanceOf(ZipError);
    return `! ${(error as ZipError).why}`;
  }
  return seen.join('');
}

describe('XML', () => {
  it.each([
    ['<a>b</a>', '<a>"b"</a>'],
    ['<a/>', '<a></a>'],
    ['<a />', '<a ></a>'],
    ['<a b="1" c=\'2\'>x</a>', '<a b="1" c=\'2\'>"x"</a>'],
    ['<a b="1"/>', '<a b="1"></a>'],
    ['<a\nb="1">x</a>', '<a\nb="1">"x"</a>'],
    ['<x:a><y:b/></x:a>', '<a><b></b></a>'],
    ['<main:a><rel:b/></main:a>', '<a><b></b></a>'],
    ['<a>]]><![CDATA[x]]></a>', '<a>"]]>""x"</a>'],
    ['<a>1<b>2</b>3</a>', '<a>"1"<b>"2"</b>"3"</a>'],
    ['<?xml version="1.0"?>\n<a/>\n', '<a></a>'],
    ['\uFEFF<a/>', '<a></a>'],
    ['<a>\uFEFF</a>', '<a>"\uFEFF"</a>'],
    ['before<a/>after', '<a></a>'],
    ['<a><!-- <b> -- > --></a>', '<a></a>'],
    ['<a><!----></a>', '<a></a>'],
    ['<a><?do this > ?>x</a>', '<a>"x"</a>'],
    ['<a><![CDATA[<b> & ]] > ]]></a>', '<a>"<b> & ]] > "</a>'],
    ['<a><![CDATA[]]></a>', '<a>""</a>'],
    ['<a b=">" c=\'>"\'>x</a>', '<a b=">" c=\'>"\'>"x"</a>'],
    ['<a b="/">x</a>', '<a b="/">"x"</a>'],
    ['<a b=\'"\' c="\'">x</a>', '<a b=\'"\' c="\'">"x"</a>'],
    ['<a></a >', '<a></a>'],
    ['<a>&amp;&lt;&gt;&quot;&apos;</a>', '<a>"&<>"\'"</a>'],
    ['<a>&#65;&#x42;&#x1F600;&#1114111;</a>', '<a>"AB\u{1F600}\u{10FFFF}"</a>'],
    ['', ''],
    ['only text', ''],
  ])('%j is %s', (source, expected) => {
    expect(see(source)).toBe(expected);
  });

  it.each([
    ['<a>', 'damaged'],
    ['<a><b></a></b>', 'damaged'],
    ['</a>', 'damaged'],
    ['<a></b>', 'damaged'],
    ['<a></a></a>', 'damaged'],
    ['<a', 'damaged'],
    ['<a b="></a>', 'damaged'],
    ['<a b=">', 'damaged'],
    ['<!-- x', 'damaged'],
    ['<!-->', 'damaged'],
    ['<?x', 'damaged'],
    ['<?>', 'damaged'],
    ['<a><![CDATA[x</a>', 'damaged'],
    ['<a>&unknown;</a>', 'damaged'],
    ['<a>&constructor;</a>', 'damaged'],
    ['<a>&toString;</a>', 'damaged'],
    ['<a>&;</a>', 'damaged'],
    ['<a>&</a>', 'damaged'],
    ['<a>&#x110000;</a>', 'damaged'],
    ['<a>&#1114112;</a>', 'damaged'],
    ['<a>&#xD800;</a>', 'damaged'],
    ['<a>&#57343;</a>', 'damaged'],
    ['<a>&#;</a>', 'damaged'],
    ['<a>&#x;</a>', 'damaged'],
    ['<a>&#-1;</a>', 'damaged'],
    ['<a>&#x0000041;</a>', 'damaged'],
    ['<a>&#00000065;</a>', 'damaged'],
    ['<a>&x#65;</a>', 'damaged'],
    ['<a>&#65x;</a>', 'damaged'],
    ['<!DOCTYPE a><a/>', 'doctype'],
    ['<!ELEMENT a>', 'doctype'],
  ])('%j is refused: %s', (source, why) => {
    expect(see(source)).toBe(`! ${why}`);
  });

  it('is UTF-8 and nothing else', () => {
    expect(see(new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e]))).toBe('! damaged');
  });

  it('may have characters by number next to the surrogates', () => {
    expect(see('<a>&#xD7FF;&#xE000;</a>')).toBe('<a>"\uD7FF\uE000"</a>');
  });
});

describe('an attribute', () => {
  it.each([
    [' r="A1" s="2"', 'r', 'A1'],
    [' r="A1" s="2"', 's', '2'],
    [' r:id="x"', 'id', 'x'],
    [" s='2'", 's', '2'],
    [" s='a\"b'", 's', 'a"b'],
    [' s = "2"', 's', '2'],
    [' s=""', 's', ''],
    [" s=''", 's', ''],
    [' xs="1"', 's', undefined],
    [' s="1" s="2"', 's', '1'],
    [' a="s=\'1\'"', 's', undefined],
    [' a="&quot; &#65;"', 'a', '" A'],
    ['', 's', undefined],
    [' a.b-c="1"', 'a.b-c', '1'],
    [' x.y-z:q="1"', 'q', '1'],
  ])('of %j named %s is %j', (attributes, name, value) => {
    expect(attribute(attributes, name)).toBe(value);
  });
});

describe('digits', () => {
  it.each([
    ['0', 10, 0],
    ['109', 10, 109],
    ['ff', 16, 255],
    ['1F600', 16, 128_512],
  ])('%s of base %i are %i', (written, base, value) => {
    expect(digits(written, base)).toBe(value);
  });
});
