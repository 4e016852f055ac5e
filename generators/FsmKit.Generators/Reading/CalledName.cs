using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Finds the name in a call without binding it.</summary>
internal static class CalledName
{
    /// <summary>Returns the called name, whatever is before the dot; null when an expression without a name is called.</summary>
    public static SimpleNameSyntax? Of(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };

    /// <summary>Returns the call of a name; null where the name is not called but, for example, passed on as a delegate.</summary>
    public static InvocationExpressionSyntax? CallOf(SyntaxNode name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent) as InvocationExpressionSyntax;

    /// <summary>
    /// Returns the name when an object calls its own method: without a dot, on <c>this</c>, or on <c>base</c>; otherwise null.
    /// </summary>
    public static SimpleNameSyntax? OfOwn(ExpressionSyntax called) =>
        called is MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) } ? null : Of(called);
}
