namespace FsmKit.RoslynTesting;

/// <summary>Edits source text in tests.</summary>
public static class SourceEdits
{
    /// <summary>Replaces each occurrence of a text. An edit that finds nothing would test the text as it was, so it fails.</summary>
    /// <exception cref="ArgumentException">The text does not occur in the source.</exception>
    public static string Edited(this string source, string before, string after) =>
        source.Contains(before, StringComparison.Ordinal)
            ? source.Replace(before, after, StringComparison.Ordinal)
            : throw new ArgumentException($"The source has no '{before}' that could be edited:\n{source}", nameof(before));
}
