using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Removes an argument of an attribute with its comma.</summary>
internal static class ArgumentRemoval
{
    /// <summary>Returns the edit; empty for an only argument.</summary>
    public static IEnumerable<Edit> Remove(FixSubject subject, AttributeArgumentSyntax argument)
    {
        if (argument.Parent is not AttributeArgumentListSyntax { Arguments.Count: > 1 } list)
        {
            return [];
        }

        var place = list.Arguments.IndexOf(argument);
        var span = place > 0
            ? TextSpan.FromBounds(list.Arguments.GetSeparator(place - 1).SpanStart, argument.Span.End)
            : TextSpan.FromBounds(argument.SpanStart, list.Arguments[1].SpanStart);
        return subject.Replace(list, span, "");
    }
}
