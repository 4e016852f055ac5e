using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>A piece of text in place of another. Fixes edit text, not trees, so that whatever they do not mention stays as it is.</summary>
internal sealed record Edit(DocumentId Document, TextSpan Span, string Text);
