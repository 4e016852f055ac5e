using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Adds a modifier to a class at the position that a formatter expects.</summary>
internal static class ModifierInsertion
{
    /// <summary>
    /// Adds <c>sealed</c> or <c>abstract</c>, given with the blank after it. They come before <c>unsafe</c> and <c>partial</c>.
    /// </summary>
    public static IEnumerable<Edit> Add(FixSubject subject, ClassDeclarationSyntax declaration, string word)
    {
        var next = declaration.Modifiers.FirstOrDefault(static word => word.IsKind(SyntaxKind.PartialKeyword) || word.IsKind(SyntaxKind.UnsafeKeyword));
        return subject.Insert(declaration, (next == default ? declaration.Keyword : next).SpanStart, word);
    }
}
