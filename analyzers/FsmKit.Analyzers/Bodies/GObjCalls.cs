using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Bodies;

/// <summary>Recognises calls of methods of GObj.</summary>
internal static class GObjCalls
{
    private static readonly HashSet<string> Doing =
        [KnownNames.Publish, "Send", KnownNames.Raise, KnownNames.ChangeState, KnownNames.Create, KnownNames.Destroy, KnownNames.StartTimer, KnownNames.StopTimer, KnownNames.InvokeCall];

    /// <summary>Whether a call changes a gobj, or makes it act, at once. Such calls are allowed only on the thread of its loop.</summary>
    public static bool IsDoing(IMethodSymbol method) => Doing.Contains(method.Name) && IsOfGObj(method);

    /// <summary>Whether a call posts an event, which any thread may do.</summary>
    public static bool IsPosting(IMethodSymbol method) => method.Name == "Post" && IsOfGObj(method);

    private static bool IsOfGObj(IMethodSymbol method) => method.ContainingType.IsGObj() || method.ContainingType.IsGClass() || method.ContainingType.IsOfTheRuntime();
}
