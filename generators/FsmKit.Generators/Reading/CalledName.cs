using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>The name in a call, before anybody asks what the name means.</summary>
internal static class CalledName
{
    /// <summary>The name that is called, on whatever; null when an expression without a name is called.</summary>
    public static SimpleNameSyntax? Of(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };

    /// <summary>The call of a name; null where the name is not called, as when it is handed on as a delegate.</summary>
    public static InvocationExpressionSyntax? CallOf(SyntaxNode name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent) as InvocationExpressionSyntax;

    /// <summary>The name where an object calls a method of its own: without anything before the name, on <c>this</c>, or on <c>base</c>; else null.</summary>
    public static SimpleNameSyntax? OfOwn(ExpressionSyntax called) =>
        called is MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) } ? null : Of(called);
}
