using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Replacement of a piece of text. Fixes edit text and not trees, so that all other text stays as it is.</summary>
internal sealed record Edit(DocumentId Document, TextSpan Span, string Text);
