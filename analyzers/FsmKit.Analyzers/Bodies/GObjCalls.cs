using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Bodies;

/// <summary>What code can have a gobj do.</summary>
internal static class GObjCalls
{
    private static readonly HashSet<string> Doing =
        [KnownNames.Publish, "Send", KnownNames.Raise, KnownNames.ChangeState, KnownNames.Create, KnownNames.Destroy, KnownNames.StartTimer, KnownNames.StopTimer, KnownNames.InvokeCall];

    /// <summary>Whether a call changes a gobj, or has it do something, at once: on the thread of its loop only.</summary>
    public static bool IsDoing(IMethodSymbol method) => Doing.Contains(method.Name) && IsOfGObj(method);

    /// <summary>Whether a call posts an event, from any thread.</summary>
    public static bool IsPosting(IMethodSymbol method) => method.Name == "Post" && IsOfGObj(method);

    private static bool IsOfGObj(IMethodSymbol method) => method.ContainingType.IsGObj() || method.ContainingType.IsGClass() || method.ContainingType.IsOfTheRuntime();
}
