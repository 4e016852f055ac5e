using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Adds members to a part of a class, in the indentation of its other members.</summary>
internal static class MemberInsertion
{
    /// <summary>Adds a member, given by its lines, after the others and a blank line.</summary>
    public static IEnumerable<Edit> Append(FixSubject subject, TypeDeclarationSyntax part, IReadOnlyList<string> lines)
    {
        if (part.CloseBraceToken is not { IsMissing: false, RawKind: not 0 } brace)
        {
            return [];
        }

        var text = subject.TextOf(part);
        var end = text.LineBreak();
        var member = end + Indent(text, part, lines);
        return text.IsFirstOnLine(brace.SpanStart)
            ? subject.Insert(part, text.LineAt(brace.SpanStart).Start, member)
            : subject.Insert(part, brace.SpanStart, end + member);
    }

    /// <summary>Adds a member, given by its lines, before the others.</summary>
    public static IEnumerable<Edit> Prepend(FixSubject subject, TypeDeclarationSyntax part, IReadOnlyList<string> lines)
    {
        var text = subject.TextOf(part);
        var end = text.LineBreak();
        var member = Indent(text, part, lines);
        var outer = text.Indentation(part.SpanStart);
        if (part.SemicolonToken.IsKind(SyntaxKind.SemicolonToken) && !part.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken))
        {
            return subject.Replace(part, part.SemicolonToken.Span, $"{end}{outer}{{{end}{member}{outer}}}");
        }

        var brace = part.OpenBraceToken.Span.End;
        if (!text.IsLastOnLine(brace))
        {
            return subject.Replace(part, TextSpan.FromBounds(brace, text.SkipBlanks(brace)), $"{end}{member}{outer}");
        }

        return subject.Insert(part, text.LineAt(brace).EndIncludingLineBreak, part.Members.Count > 0 ? member + end : member);
    }

    private static string Indent(SourceText text, TypeDeclarationSyntax part, IEnumerable<string> lines)
    {
        var outer = text.Indentation(part.SpanStart);
        var member = part.Members.FirstOrDefault(member => text.IsFirstOnLine(member.SpanStart));
        var inner = member is null ? outer + (outer.StartsWith("\t", StringComparison.Ordinal) ? "\t" : "    ") : text.Indentation(member.SpanStart);
        var step = inner.StartsWith(outer, StringComparison.Ordinal) ? inner.Substring(outer.Length) : "    ";
        return string.Concat(lines.Select(line => inner + line.Replace("\t", step) + text.LineBreak()));
    }
}
