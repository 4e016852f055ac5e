using FsmKit.Testing.Tests.Systems.Commit;

namespace FsmKit.Testing.Tests;

/// <summary>A failure as a file.</summary>
public sealed class FailureFileTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static void SetUp(World world) => CommitSystem.SetUp(world, clients: 2);

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void It_is_written_when_something_fails_and_replays_the_same()
    {
        var path = Path.Combine(_folder, "new", "commit.md");
        var failure = Assert.Throws<SimulationException>(() => Explore.Run(SetUp, new ExploreOptions { FailureFile = path })).Failure;
        var again = Explore.ReplayFile(path, SetUp);
        Assert.Equal((failure.Message, failure.Trace.ToString()), (again!.Message, again.Trace.ToString()));
        var text = File.ReadAllText(path);
        Assert.StartsWith($"# {failure.Message}\n", text, StringComparison.Ordinal);
        Assert.Contains($"```mermaid\n{failure.Trace.ToMermaid().TrimEnd()}\n```", text, StringComparison.Ordinal);
        Assert.Contains($"```\n{failure.Trace}\n```", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_when_nothing_fails()
    {
        var path = Path.Combine(_folder, "none.md");
        Explore.Run(static world => CommitSystem.SetUp(world, clients: 1), new ExploreOptions { FailureFile = path, Schedules = 10 });
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Another_file_is_told_from_it()
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, "other.md");
        File.WriteAllText(path, "# Something\n");
        Assert.Contains(path, Assert.Throws<FormatException>(() => Explore.ReplayFile(path, SetUp)).Message, StringComparison.Ordinal);
    }
}
