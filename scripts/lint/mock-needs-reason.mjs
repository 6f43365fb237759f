/** A replaced module hides real behaviour from a test: whoever does it says why in a comment right above. */
export const mockNeedsReason = {
  meta: { type: 'suggestion', schema: [], messages: { missing: 'Say in a comment right above why this module is mocked.' } },
  create: (context) => ({
    'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock)$/]'(node) {
      const comment = context.sourceCode.getCommentsBefore(node.parent).at(-1);
      if (comment?.loc.end.line !== node.loc.start.line - 1) context.report({ node, messageId: 'missing' });
    },
  }),
};
