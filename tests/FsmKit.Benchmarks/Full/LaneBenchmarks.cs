using BenchmarkDotNet.Attributes;

namespace FsmKit.Benchmarks;

/// <summary>The small table in the three lanes.</summary>
public class LaneBenchmarks
{
    private IReadOnlyList<Contender> _contenders = [];

    [Params("random", "cyclic")]
    public string Stream { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _contenders = Groups.Dispatch(Table.Lanes, Stream, "direct").Contenders;

    [Benchmark(OperationsPerInvoke = EventSequence.Length, Baseline = true)]
    public void Direct() => _contenders[0].Run();

    [Benchmark(OperationsPerInvoke = EventSequence.Length)]
    public void Queued() => _contenders[1].Run();

    [Benchmark(OperationsPerInvoke = EventSequence.Length)]
    public void Nested() => _contenders[2].Run();
}
