using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace FsmKit.RoslynTesting;

/// <summary>
/// Compares a text with the one that was accepted: <c>Snapshots/Class.Test.verified.cs</c> beside the test. A different one is left as
/// <c>.received.cs</c>; with <c>FSMKIT_ACCEPT_SNAPSHOTS=1</c> in the environment it becomes the accepted one.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares.</summary>
    /// <param name="received">The text.</param>
    /// <param name="file">The test's file.</param>
    /// <param name="test">The test's name.</param>
    public static void Verify(string received, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var start = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        string verifiedFile = start + ".verified.cs", receivedFile = start + ".received.cs";
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : "";
        if (verified == received)
        {
            File.Delete(receivedFile);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(start)!);
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verifiedFile, received);
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        throw new GeneratorTestException(
            $"{Path.GetFileName(verifiedFile)} is different. FSMKIT_ACCEPT_SNAPSHOTS=1 accepts what is marked + here:\n{Difference(verified, received)}");
    }

    /// <summary>The lines that differ, with two lines around them.</summary>
    internal static string Difference(string verified, string received)
    {
        var lines = new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(verified, received).Lines;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var isNear = lines.Skip(Math.Max(0, i - 2)).Take(i < 2 ? i + 3 : 5).Any(static line => line.Type != ChangeType.Unchanged);
            if (isNear)
            {
                text.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).Append(lines[i].Text).Append('\n');
            }
        }

        return text.ToString();
    }
}
