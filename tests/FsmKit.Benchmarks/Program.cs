using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FsmKit.Benchmarks;

switch (args)
{
    // quick [part of a title] [rounds]: seconds instead of minutes
    case ["quick", ..]:
        Quick.Run(args.ElementAtOrDefault(1) ?? "", int.Parse(args.ElementAtOrDefault(2) ?? "40", CultureInfo.InvariantCulture));
        break;
    case ["sizes"]:
        CodeSizes.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DispatchBenchmarks).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)).AddDiagnoser(MemoryDiagnoser.Default));
        break;
}
