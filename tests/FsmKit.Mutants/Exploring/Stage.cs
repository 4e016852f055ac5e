using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FsmKit.TestShared;

namespace FsmKit.Mutants.Exploring;

/// <summary>A copy of the simulations, in which one library is replaced and which then runs.</summary>
internal sealed partial class Stage : IDisposable
{
    private const string Seed = "1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("explore");

    public Stage()
    {
        var built = Path.Combine(RepositoryRoot.Path, "artifacts/bin/FsmKit.Simulations/release");
        if (!Directory.Exists(built))
        {
            throw new InvalidOperationException("The simulations are not built: dotnet build -c Release tests/FsmKit.Simulations");
        }

        foreach (var file in Directory.EnumerateFiles(built))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>Runs the simulations with this library, and puts back the built one afterwards.</summary>
    /// <param name="library">The name of the library.</param>
    /// <param name="image">The library.</param>
    /// <param name="seconds">The time for all scenarios together.</param>
    /// <param name="scenario">The only scenario; empty for all.</param>
    public async Task<Explored> RunAsync(string library, byte[] image, int seconds, string scenario = "")
    {
        var path = Path.Combine(_folder.FullName, library + ".dll");
        var built = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, image);
        try
        {
            return await RunAsync(seconds, scenario);
        }
        finally
        {
            await File.WriteAllBytesAsync(path, built);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<Explored> RunAsync(int seconds, string scenario)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(Command(seconds, scenario))!;
        var output = process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds) + Patience);
        var isHanging = false;
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            isHanging = true;
            process.Kill(entireProcessTree: true);
        }

        var text = await output;
        var how = Failed().Match(text) is { Success: true } ? Finding.Fails : isHanging ? Finding.Hangs : process.ExitCode != 0 ? Finding.Crashes : Finding.Survives;
        return new Explored(how, how == Finding.Fails ? Where(text) : "", clock.Elapsed.TotalSeconds);
    }

    private static string Where(string text)
    {
        var failed = Failed().Match(text);
        var said = text[failed.Index..];
        var schedule = Schedule().Match(said);
        return $"{failed.Groups[2].Value}{failed.Groups[1].Value}{(schedule.Success ? $", schedule {schedule.Groups[1].Value}" : "")}";
    }

    private ProcessStartInfo Command(int seconds, string scenario) => new("dotnet", [Path.Combine(_folder.FullName, "FsmKit.Simulations.dll"), "-class", "FsmKit.Simulations.SimulationTests", "-stopOnFail", "-noColor"])
    {
        RedirectStandardOutput = true,
        Environment =
        {
            ["FSMKIT_SIMULATION_SECONDS"] = seconds.ToString(CultureInfo.InvariantCulture),
            ["FSMKIT_SIMULATION_SEED"] = Seed,
            ["FSMKIT_SIMULATION_ONLY"] = scenario,
        },
    };

    [GeneratedRegex("""^\s*\S*?(?:\(name: "([^"]+)"\)|\.([^.(\s]+)) \[FAIL\]""", RegexOptions.Multiline)]
    private static partial Regex Failed();

    [GeneratedRegex(@"Schedule (\d+) \(")]
    private static partial Regex Schedule();
}
