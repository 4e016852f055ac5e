using BenchmarkDotNet.Attributes;

namespace FsmKit.Benchmarks;

/// <summary>Benchmarks of the runtime beside dispatching.</summary>
public class RuntimeBenchmarks
{
    private readonly Contender _publishToOne = RuntimeWork.Publishing(1).Contenders[0];
    private readonly Contender _publishToFour = RuntimeWork.Publishing(4).Contenders[0];
    private readonly Contender _post = RuntimeWork.Posting().Contenders[0];
    private readonly Contender _loopTimer = RuntimeWork.Timers().Contenders[0];
    private readonly Contender _gtimer = RuntimeWork.Timers().Contenders[2];

    [Benchmark(OperationsPerInvoke = RuntimeWork.Times)]
    public void PublishToOne() => _publishToOne.Run();

    [Benchmark(OperationsPerInvoke = RuntimeWork.Times)]
    public void PublishToFour() => _publishToFour.Run();

    [Benchmark(OperationsPerInvoke = RuntimeWork.Times)]
    public void PostAndDeliver() => _post.Run();

    [Benchmark(OperationsPerInvoke = RuntimeWork.Times)]
    public void ArmLoopTimerAgain() => _loopTimer.Run();

    [Benchmark(OperationsPerInvoke = RuntimeWork.Times)]
    public void SetGTimerAgain() => _gtimer.Run();
}
