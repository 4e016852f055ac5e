using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Adds a using directive in the order of a formatter: System first, then by name.</summary>
internal static class UsingInsertion
{
    public static IEnumerable<Edit> Add(FixSubject subject, string name)
    {
        var root = (CompilationUnitSyntax)subject.Root;
        var text = subject.TextOf(root);
        var end = text.LineBreak();
        var usings = root.Usings.Where(static line => line.Alias is null && line.StaticKeyword == default && line.GlobalKeyword == default).ToList();
        if (usings.LastOrDefault(line => !IsAfter(line, name)) is { } before)
        {
            return subject.Insert(root, text.LineAt(before.Span.End).EndIncludingLineBreak, $"using {name};{end}");
        }

        // Before everything except the comment at the head of the file.
        var first = usings.FirstOrDefault() ?? (SyntaxNode?)root.Members.FirstOrDefault() ?? root;
        return subject.Insert(root, text.LineAt(StartOf(first)).Start, $"using {name};{end}{(usings.Count == 0 ? end : "")}");
    }

    private static bool IsAfter(UsingDirectiveSyntax line, string name)
    {
        var other = line.Name?.ToString() ?? "";
        return other != "System" && !other.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(other, name) > 0;
    }

    /// <summary>Returns the start of a node with its documentation comment, before which text can be inserted.</summary>
    public static int StartOf(SyntaxNode node)
    {
        var comment = node.GetLeadingTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
        return comment == default ? node.SpanStart : comment.SpanStart;
    }
}
