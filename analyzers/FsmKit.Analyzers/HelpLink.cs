namespace FsmKit.Analyzers;

/// <summary>Links to the pages about the rules.</summary>
internal static class HelpLink
{
    /// <summary>The category of every rule.</summary>
    public const string Category = "FsmKit";

    public static string For(string id) => $"https://github.com/fsmkit/fsmkit/blob/main/docs/diagnostics/{id}.md";
}
