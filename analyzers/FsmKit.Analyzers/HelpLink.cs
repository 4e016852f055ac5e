namespace FsmKit.Analyzers;

/// <summary>Where a rule is explained.</summary>
internal static class HelpLink
{
    /// <summary>The category of every rule.</summary>
    public const string Category = "FsmKit";

    public static string For(string id) => $"https://github.com/fsmkit/fsmkit/blob/main/docs/diagnostics/{id}.md";
}
