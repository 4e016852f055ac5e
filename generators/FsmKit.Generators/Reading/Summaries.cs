using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Reads the summary of a symbol as plain text on one line. It reads the text of the comment, because the compiler parses documentation
/// comments only in projects that write documentation.
/// </summary>
internal static class Summaries
{
    private static readonly Regex Summary = new("<summary>(.*?)</summary>", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    private static readonly Regex Reference = new("<[^>]*?(?:cref|name|langword)=\"(?:[A-Z]:)?([^\"]*)\"[^>]*?/>", RegexOptions.CultureInvariant);
    private static readonly Regex Tag = new("<[^>]*>", RegexOptions.CultureInvariant);
    private static readonly Regex Blank = new(@"\s+", RegexOptions.CultureInvariant);

    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var declaration in symbol.DeclaringSyntaxReferences)
        {
            var text = Comment(declaration.GetSyntax(cancellation));
            if (Summary.Match(text) is { Success: true } match)
            {
                var plain = Tag.Replace(Reference.Replace(match.Groups[1].Value, "$1"), "");
                return Blank.Replace(plain, " ").Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").Trim();
            }
        }

        return "";
    }

    /// <summary>Whether the author wrote remarks.</summary>
    public static bool HasRemarks(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.Any(declaration => Comment(declaration.GetSyntax(cancellation)).Contains("<remarks>"));

    private static string Comment(SyntaxNode node)
    {
        var lines = node.GetLeadingTrivia().ToFullString().Split('\n')
            .Select(static line => line.Trim())
            .Where(static line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(static line => line.Substring(3));
        return string.Join("\n", lines);
    }
}
