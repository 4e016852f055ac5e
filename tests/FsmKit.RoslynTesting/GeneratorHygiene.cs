using System.Text.RegularExpressions;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that the text depends on nothing but the program: not on the run, the order of files, the machine or the day.</summary>
internal static partial class GeneratorHygiene
{
    public static void Check(GeneratorRun run)
    {
        var text = run.Text;
        if (text.Contains('\r', StringComparison.Ordinal) || text.Split('\n').Any(static line => line.TrimStart('\t').Contains('\t', StringComparison.Ordinal)))
        {
            throw new GeneratorTestException("There are line ends of the machine's, or tabs elsewhere than before a line, in the output.\n" + text);
        }

        GeneratorTestException.ThrowIfAny(PathOrDay().Matches(text).Select(static match => match.Value), "A path or a date is in the output", text);
        GeneratorTestException.ThrowIfAny(
            text.Split('\n').Where(static line => line.EndsWith(' ')), "Lines end in blanks", text);
        CheckReversed(run);
    }

    private static void CheckReversed(GeneratorRun run)
    {
        var reversed = run.Input.RemoveAllSyntaxTrees().AddSyntaxTrees(run.Input.SyntaxTrees.Reverse());
        var again = GeneratorRun.Driver(trackSteps: false).RunGenerators(reversed).GetRunResult().Results.Single().GeneratedSources
            .Select(static source => new GeneratorFile(source.HintName, source.SourceText.ToString()));
        if (!again.OrderBy(static file => file.HintName, StringComparer.Ordinal)
                .SequenceEqual(run.Files.OrderBy(static file => file.HintName, StringComparer.Ordinal)))
        {
            throw new GeneratorTestException("The output of a second run, with the files in reverse order, is different.\n" + run.Text);
        }
    }

    [GeneratedRegex(@"File\d+\.cs|/home/|/tmp/|[A-Z]:\\|\b20\d\d-\d\d-\d\d")]
    private static partial Regex PathOrDay();
}
