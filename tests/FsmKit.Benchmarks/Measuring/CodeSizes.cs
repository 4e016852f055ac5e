using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FsmKit.Benchmarks;

/// <summary>Measures the machine code of each way of writing a table, in bytes: figures of the JIT itself, fully optimised.</summary>
public static partial class CodeSizes
{
    public static void Print()
    {
        var report = Path.GetTempFileName();
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["quick", " x ", "1"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_JitStdOutFile"] = report;
        start.Environment["DOTNET_JitDisasmSummary"] = "1";
        using (var process = Process.Start(start)!)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        var methods = File.ReadLines(report).Select(static line => Line().Match(line)).Where(static match => match.Success)
            .Select(static match => (Type: match.Groups["type"].Value, Tier: match.Groups["tier"].Value,
                Bytes: int.Parse(match.Groups["bytes"].Value, CultureInfo.InvariantCulture)));
        Console.WriteLine("| class | methods | bytes | largest | JIT |");
        foreach (var type in methods.GroupBy(static method => method.Type).OrderBy(static type => type.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"| {type.Key,-14} | {type.Count(),3} | {type.Sum(static method => method.Bytes),6} "
                + $"| {type.Max(static method => method.Bytes),6} | {string.Join(", ", type.Select(static method => method.Tier).Distinct())} |");
        }

        File.Delete(report);
    }

    // Code that a table's machine runs in these benchmarks, without its constructor, its description and the driver.
    [GeneratedRegex(@"JIT compiled FsmKit\.Benchmarks\.(?<type>(Small|Large)(Levels)?(GClass|Queued|Reentrant|Nested|PerEvent|PerState|Flat)):(?!\.|get_).* \[(?<tier>[^,]*),.*code size=(?<bytes>\d+)")]
    private static partial Regex Line();
}
