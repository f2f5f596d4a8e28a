/**
 * That a forgotten encoder does not compile is held by forgotten-encoder.ts. What compiles all the same (String(x), an
 * array joined or put into a template, a cast) is looked for here, in the tree of the whole source with its types.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../surface.ts';

/** What makes a string of anything. */
const STRINGS = ['join', 'toString', 'toLocaleString', 'valueOf'];

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
const { options, fileNames } = ts.parseJsonConfigFileContent(
  { ...config, include: ['src', 'test/model/bypassed-encoder.ts'] },
  ts.sys,
  ROOT,
);
const program = ts.createProgram(fileNames, options);
const checker = program.getTypeChecker();

/** Whether a type is text of unknown origin, or holds some in a list or behind another type of a union. */
function isUntrusted(type: ts.Type, depth = 0): boolean {
  if (depth > 4) return false;
  if (type.isUnion()) return type.types.some((one) => isUntrusted(one, depth + 1));
  // Its mark is a symbol with a secret, which nothing else here is.
  if (type.isIntersection()) return type.types.some(({ flags }) => (flags & ts.TypeFlags.ESSymbolLike) !== 0);
  if (!checker.isArrayLikeType(type)) return false;
  return checker.getTypeArguments(type as ts.TypeReference).some((one) => isUntrusted(one, depth + 1));
}

const isUntrustedNode = (node: ts.Node): boolean => isUntrusted(checker.getTypeAtLocation(node));

/** A cast of untrusted text to something that is not; to `unknown` and back too. */
function isWashed(node: ts.AsExpression): boolean {
  const inner = ts.isAsExpression(node.expression) ? node.expression.expression : node.expression;
  return isUntrustedNode(inner) && !isUntrusted(checker.getTypeFromTypeNode(node.type)) && !isOnItsWay(node);
}

/** `x as unknown` in `x as unknown as string` is told once, at the outer cast. */
function isOnItsWay(node: ts.AsExpression): boolean {
  return node.type.kind === ts.SyntaxKind.UnknownKeyword || ts.isConstTypeReference(node.type);
}

function isBypass(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
    return node.templateSpans.some(({ expression }) => isUntrustedNode(expression));
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return isUntrustedNode(node.left) || isUntrustedNode(node.right);
  }
  if (ts.isAsExpression(node)) return isWashed(node);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const { expression, arguments: given = [] } = node;
  if (ts.isIdentifier(expression) && expression.text === 'String') return given.some(isUntrustedNode);
  return (
    ts.isPropertyAccessExpression(expression) &&
    STRINGS.includes(expression.name.text) &&
    isUntrustedNode(expression.expression)
  );
}

/** The places in a file where untrusted text becomes a string without an encoder: `src/a.ts:12`. */
function bypassesIn(file: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isBypass(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${relative(ROOT, file.fileName).replaceAll('\\', '/')}:${line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const filesIn = (folder: string): readonly ts.SourceFile[] =>
  program.getSourceFiles().filter(({ fileName }) => relative(ROOT, fileName).replaceAll('\\', '/').startsWith(folder));

describe('text of unknown origin', () => {
  it('is found where it goes around its encoder, and only there', () => {
    const path = 'test/model/bypassed-encoder.ts';
    const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
    const marked = lines.flatMap((line, at) => (line.includes('// found') ? [`${path}:${at + 1}`] : []));
    expect(marked.length).toBeGreaterThan(15);
    expect(filesIn(path).flatMap(bypassesIn)).toEqual(marked);
  });

  it('goes around no encoder anywhere in the source', () => {
    const files = filesIn('src/');
    expect(files.length).toBeGreaterThan(300);
    const encoders = ['src/model/encoded.ts:'];
    expect(files.flatMap(bypassesIn).filter((place) => !encoders.some((own) => place.startsWith(own)))).toEqual([]);
  });
});
