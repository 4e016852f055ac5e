using BenchmarkDotNet.Attributes;

namespace FsmKit.Benchmarks;

/// <summary>The tables as a gclass and by hand, under BenchmarkDotNet.</summary>
public class DispatchBenchmarks
{
    private IReadOnlyList<Contender> _contenders = [];

    public static IEnumerable<string> Tables => Table.All.Select(static table => table.Name);

    public static IEnumerable<string> Streams => Groups.Streams;

    [ParamsSource(nameof(Tables))]
    public string Of { get; set; } = "";

    [ParamsSource(nameof(Streams))]
    public string Stream { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _contenders = Groups.Dispatch(Table.All.Single(table => table.Name == Of), Stream, "by hand").Contenders;

    [Benchmark(OperationsPerInvoke = EventSequence.Length)]
    public void GClass() => _contenders[0].Run();

    [Benchmark(OperationsPerInvoke = EventSequence.Length, Baseline = true)]
    public void MethodPerEvent() => _contenders[1].Run();

    [Benchmark(OperationsPerInvoke = EventSequence.Length)]
    public void NestedSwitch() => _contenders[2].Run();

    [Benchmark(OperationsPerInvoke = EventSequence.Length)]
    public void SwitchPerState() => _contenders[3].Run();
}
