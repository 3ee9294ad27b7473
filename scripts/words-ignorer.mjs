/** Words, in English and French, which tests read for their sense and not letter by letter, are not mutated; what chooses them is. */
const words = {
  shouldIgnore(path) {
    if (!path.isStringLiteral() && !path.isTemplateLiteral()) return undefined;
    if (path.parentPath.isBinaryExpression() || path.parentPath.isMemberExpression()) return undefined;
    const isWords = (parent) => parent.isObjectProperty() && ['en', 'fr', 'words'].includes(parent.node.key.name);
    return path.findParent(isWords) ? 'words' : undefined;
  },
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: words }];
