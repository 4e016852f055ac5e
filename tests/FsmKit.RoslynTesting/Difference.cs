using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace FsmKit.RoslynTesting;

/// <summary>Compares texts and shows how they differ.</summary>
public static class Difference
{
    /// <exception cref="VerificationException">The texts differ.</exception>
    public static void Check(string expected, string actual, string message)
    {
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            return;
        }

        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines.Select(static line => Sign(line.Type) + line.Text);
        throw new VerificationException($"{message}\n(- expected, + actual)\n{string.Join("\n", lines)}");
    }

    private static string Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };
}
