using System.Diagnostics;
using System.Globalization;
using FsmKit.SnapshotJournal;
using Xunit;

namespace FsmKit.Tests.Snapshots;

/// <summary>
/// A process handles events, writes each with the snapshot after it into a journal, and is killed at any moment; the next one goes on. No event is lost, and none is
/// applied twice: the machine is always where one is that was never disturbed.
/// </summary>
[Trait("Category", "Slow")]
public sealed class KillTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"fsmkit-journal-{Guid.NewGuid():N}");
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly Press _undisturbed;
    private int _number;

    public KillTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _undisturbed = _app.Create<Press>("press");
    }

    /// <summary>Twenty, or as many as FSMKIT_KILLS asks for.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("FSMKIT_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 20;

    public void Dispose()
    {
        _app.Dispose();
        File.Delete(_path);
        File.Delete(_path + ".new");
    }

    [Fact]
    public async Task A_process_that_is_killed_again_and_again_loses_no_event_and_applies_none_twice()
    {
        var dice = new Random(20);
        var promised = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            promised = Math.Max(promised, await RunAndKill(lines: dice.Next(60), turns: dice.Next(2_000)));
            var (number, snapshot) = Journal.Last(_path);
            Assert.True(number >= promised, $"kill {kill}: event {promised} was said to have happened, and the journal ends with {number}.");
            Assert.True(number >= _number, $"kill {kill}: the journal has gone back from {_number} to {number}.");
            Assert.Equal(Undisturbed(number), snapshot is null ? null : Comparable(MachineSnapshot.FromJson(snapshot)));
        }

        Assert.True(_number > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {_number} events");
    }

    /// <summary>Starts the process and kills it when it has said so many lines, and a moment later.</summary>
    /// <returns>The last number that it said.</returns>
    private async Task<int> RunAndKill(int lines, int turns)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Assembly("FsmKit.SnapshotJournal"), _path]) { RedirectStandardOutput = true })!;
        var last = 0;
        for (; lines > 0 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; lines--)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        Thread.SpinWait(turns);
        Assert.False(process.HasExited, "It has ended by itself.");
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return rest.LastIndexOf('\n') is > 0 and var end
            ? int.Parse(rest[..end].Split('\n')[^1], CultureInfo.InvariantCulture)
            : last;
    }

    private string? Undisturbed(int number)
    {
        for (; _number < number; _number++)
        {
            Steps.Do(_number + 1, _undisturbed, _app, _time);
        }

        return number == 0 ? null : Comparable(_undisturbed.Snapshot());
    }

    /// <summary>Each process has a clock of its own.</summary>
    private static string Comparable(MachineSnapshot snapshot) => (snapshot with { Taken = default }).ToJson();

    private static string Assembly(string name) =>
        Path.Combine(RepositoryRoot.Path, "artifacts", "bin", name, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), name + ".dll");
}
