namespace FsmKit.Generators.Tests.Proof;

/// <summary>A way in which .NET or the language calls code of the author's back, inside the call that an action makes.</summary>
/// <param name="Name">Construct that calls back.</param>
/// <param name="Fields">Fields of the gclass, without values.</param>
/// <param name="Setup">Code that runs before the event is sent; the gobj is <c>B</c>.</param>
/// <param name="Body">Code of the action; the gobj is <c>B</c>.</param>
public sealed record CallBack(string Name, string Fields, string Setup, string Body)
{
    /// <summary>All ways.</summary>
    public static IReadOnlyList<CallBack> All { get; } =
        [.. StoredCode.All, .. Comparing.All, .. Converting.All, .. Traversing.All, .. Deriving.All, .. Beginning.All, .. Reflecting.All];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
